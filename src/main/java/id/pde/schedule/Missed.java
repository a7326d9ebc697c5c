package id.pde.schedule;

import java.util.Locale;

/** What becomes of fires whose time passed while no server was there for them. */
public enum Missed {
  /** One run for all of them, at once. */
  ONCE,
  /** A run for each, the oldest first; at most {@link #MOST}, the newest of them. */
  ALL,
  /** None; the next fire is the next one. */
  SKIP;

  /** So many missed fires are made good; the history names those that are not. */
  public static final int MOST = 31;

  /** As it is written. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
