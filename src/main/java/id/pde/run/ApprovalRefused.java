package id.pde.run;

import id.pde.model.Issue;

/** A run cannot be approved or declined; nothing was done. */
public final class ApprovalRefused extends RunStopped {
  private static final long serialVersionUID = 1L;

  public ApprovalRefused(Issue issue) {
    super(issue, null);
  }

  /** Whether the archive has the original no more. */
  public boolean gone() {
    return issue().code().equals(ApprovalFaults.GONE);
  }
}
