package id.pde.run;

import id.pde.model.Issue;
import java.util.List;

/** Those who read the warehouse with a database login of their own. */
public interface Analysts {

  /**
   * Brings the names, the views and the grants of all tables to what the mapping files say, and
   * makes the role where the login may. A table that a run holds is left to that run.
   *
   * @throws TargetUnavailable when the database is away
   */
  void refresh(MappingFolder folder);

  /**
   * Makes a login of an analyst.
   *
   * @param name {@code [a-z][a-z0-9_]{0,62}}
   * @throws TargetUnavailable when the database is away
   */
  Added add(String name);

  /** How things stand with the role, for those who look after the database. */
  Readiness readiness();

  /** What came of a new login. */
  sealed interface Added {
    /** It is there. */
    record Made(Login login) implements Added {}

    /** It is not. */
    record Refused(Issue issue) implements Added {}
  }

  /**
   * How to connect. The password is nowhere else.
   *
   * @param place host, port and database
   */
  record Login(String name, String place, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + name + " at " + place + "]";
    }
  }

  /**
   * Whether logins of analysts can be made.
   *
   * @param missing statements for somebody with more rights, in order
   */
  record Readiness(State state, List<String> missing) {
    public Readiness {
      missing = List.copyOf(missing);
    }

    /** The state. */
    public enum State {
      /** The role is there, and PDE can put logins into it. */
      READY,
      /** PDE makes the role when it is needed. */
      LATER,
      /** Somebody else has to help. */
      LACKING
    }
  }
}
