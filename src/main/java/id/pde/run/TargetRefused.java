package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The database is there but would not take the data or the change of a table: exit code 1, failed.
 */
public final class TargetRefused extends RunStopped {

  private static final long serialVersionUID = 1L;

  private final Persistence persistence;

  public TargetRefused(Issue issue, @Nullable Throwable cause) {
    this(issue, cause, Persistence.LASTING);
  }

  public TargetRefused(Issue issue, @Nullable Throwable cause, Persistence persistence) {
    super(issue, cause);
    this.persistence = persistence;
  }

  /** Whether trying again is likely to help: a deadlock, a lost race, a lock that took too long. */
  public boolean momentary() {
    return persistence == Persistence.MOMENTARY;
  }

  /** How long an objection stands. */
  public enum Persistence {
    MOMENTARY,
    LASTING
  }
}
