package id.pde.run.account;

import id.pde.model.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
  /** Keeps accounts; may do all that an officer may. */
  ADMIN(new Text("Pengelola", "Administrator")),
  /** Loads, settles codes, changes schedules and mappings, undoes. */
  OFFICER(new Text("Petugas data", "Data officer")),
  /** Decides held runs that others asked for. */
  APPROVER(new Text("Penyetuju", "Approver")),
  /** Queries the warehouse within what the classes of columns let analysts see. */
  ANALYST(new Text("Analis", "Analyst")),
  /** Sends and sees what belongs to its own agencies. */
  AGENCY(new Text("Perangkat daerah", "Agency"));

  private final Text title;

  Role(Text title) {
    this.title = title;
  }

  /** As people read it. */
  public Text title() {
    return title;
  }

  /** As it is stored, and as scripts read it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a code. */
  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
