package id.pde.run.overview;

import java.util.Locale;

/** What became of a rejected row. */
public enum RowState {
  /** It waits to be put right. */
  OPEN,
  /** Somebody set it aside, with a reason; nothing reads it again until it is opened. */
  IGNORED,
  /** It was read again; if it is still wrong, it waits among the rows of that run. */
  FIXED,
  /** A corrected delivery took its place. */
  SUPERSEDED,
  /** The run that rejected it was taken back. */
  UNDONE;

  /** As programs read it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
