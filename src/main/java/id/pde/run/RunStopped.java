package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** A run that cannot go on; the issue says where, what, which rule and what to do next. */
public abstract sealed class RunStopped extends RuntimeException
    permits MappingInvalid,
        SourceUnreadable,
        LimitExceeded,
        TargetUnavailable,
        TargetRefused,
        TableBusy,
        ApprovalRefused,
        ReplayRefused,
        BackupRefused,
        Undoing.UndoRefused {

  private static final long serialVersionUID = 1L;

  private final transient Issue issue;

  protected RunStopped(Issue issue, @Nullable Throwable cause) {
    super(issue.code() + ": " + issue.message().en(), cause);
    this.issue = issue;
  }

  public Issue issue() {
    return issue;
  }
}
