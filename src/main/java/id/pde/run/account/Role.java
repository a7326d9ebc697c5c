package id.pde.run.account;

import id.pde.model.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
  /** Keeps accounts; may do all that an officer may. */
  ADMIN,
  /** Loads, settles codes, changes schedules and mappings, undoes. */
  OFFICER,
  /** Decides held runs that others asked for. */
  APPROVER,
  /** Queries the warehouse within what the classes of columns let analysts see. */
  ANALYST,
  /** Sends and sees what belongs to its own agencies. */
  AGENCY;

  /** As people read it. */
  public Text title() {
    return switch (this) {
      case ADMIN -> new Text("Pengelola", "Administrator");
      case OFFICER -> new Text("Petugas data", "Data officer");
      case APPROVER -> new Text("Penyetuju", "Approver");
      case ANALYST -> new Text("Analis", "Analyst");
      case AGENCY -> new Text("Perangkat daerah", "Agency");
    };
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
