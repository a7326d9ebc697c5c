package id.pde.run;

import id.pde.model.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database logins of people that PDE made. */
public interface Logins {

  /**
   * All of them, by name.
   *
   * @throws TargetUnavailable when the database is away
   */
  List<Known> list();

  /**
   * Whether a login can be dropped, without doing it.
   *
   * @return null: it can
   */
  @Nullable Issue refusal(String name);

  /**
   * Ends the sessions of a login and drops it.
   *
   * @throws TargetUnavailable when the database is away
   */
  Dropped drop(String name);

  /**
   * A login.
   *
   * @param since the day it was made, as {@code 2025-03-31}; null: not known
   * @param connections that it has now, to any database of the server
   */
  record Known(String name, String role, @Nullable String since, int connections) {}

  /** What came of it. */
  sealed interface Dropped {
    /** It is gone, and so many sessions of it were ended. */
    record Done(int ended) implements Dropped {}

    /** It is there as before. */
    record Refused(Issue issue) implements Dropped {}
  }
}
