package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** The delivery as a whole cannot be read: exit code 4, refused. */
public final class SourceUnreadable extends RunStopped {

  private static final long serialVersionUID = 1L;

  public SourceUnreadable(Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
  }
}
