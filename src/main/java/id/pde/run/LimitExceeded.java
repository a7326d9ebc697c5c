package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** A limit that protects the machine was met: exit code 4, refused. */
public final class LimitExceeded extends RunStopped {

  private static final long serialVersionUID = 1L;

  public LimitExceeded(Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
  }
}
