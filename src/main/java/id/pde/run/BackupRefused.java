package id.pde.run;

import id.pde.model.Issue;
import org.jspecify.annotations.Nullable;

/** A backup or a restore that cannot be; nothing was changed. */
public final class BackupRefused extends RunStopped {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What kind of objection it is. */
  public enum Kind {
    /** The command was given too little, or the wrong thing. */
    MISUSE,
    /** The folder or the backup is not there. */
    MISSING,
    /** Another process is at it. */
    BUSY,
    /** It is there, and does not fit or is damaged. */
    REFUSED
  }

  public BackupRefused(Kind kind, Issue issue, @Nullable Throwable cause) {
    super(issue, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
