package id.pde.run;

import id.pde.model.Issue;

/** A run cannot be loaded again; nothing was done. */
public final class ReplayRefused extends RunStopped {
  private static final long serialVersionUID = 1L;

  public ReplayRefused(Issue issue) {
    super(issue, null);
  }

  /** Whether the archive has the original no more. */
  public boolean gone() {
    return issue().code().equals(ReplayFaults.GONE);
  }
}
