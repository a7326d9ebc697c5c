package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** The mapping cannot be used: exit code 2. */
public final class MappingInvalid extends RunStopped {

  private static final long serialVersionUID = 1L;

  public MappingInvalid(Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
  }
}
