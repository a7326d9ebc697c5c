package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** The database cannot be reached or was lost: exit code 6. */
public final class TargetUnavailable extends RunStopped {

  private static final long serialVersionUID = 1L;

  public TargetUnavailable(Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
  }
}
