package id.pde.run.backup;

import java.io.IOException;

/** A part of a backup cannot be used as it is; nothing behind the fault was given out. */
final class Damaged extends IOException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final long block;

  /** What is wrong. */
  enum Why {
    /** It does not begin like a backup. */
    NO_BACKUP,
    /** A newer PDE wrote it. */
    NEWER,
    /** It was written with another passphrase. */
    PASSPHRASE,
    /** Its end is missing. */
    CUT,
    /** A bit of it is not as it was written, or stands elsewhere. */
    CHANGED
  }

  /**
   * @param block which of its blocks, from 1; 0: the header
   */
  Damaged(Why why, long block) {
    super(why + " at block " + block);
    this.why = why;
    this.block = block;
  }

  Why why() {
    return why;
  }

  long block() {
    return block;
  }
}
