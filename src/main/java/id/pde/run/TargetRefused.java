package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The database is there but would not take the data or the change of a table: exit code 1, failed.
 */
public final class TargetRefused extends RunStopped {

  private static final long serialVersionUID = 1L;

  public TargetRefused(Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
  }
}
