package id.pde.model;

import java.util.Locale;

/** How a run ended. */
public enum RunOutcome {
  LOADED,
  /** Loaded, and at least one row is in quarantine. */
  LOADED_WITH_REJECTS,
  /** Not yet: for approval, because another run is busy, or because nobody knows the file. */
  WAITING,
  /** The delivery is at fault: tolerance, a guard, unreadable. */
  REFUSED,
  /** PDE or the database is at fault. */
  FAILED,
  /** The same bytes, mapping and period were loaded before. */
  DUPLICATE;

  /** How much it needs somebody to look, of several runs of one delivery; more is worse. */
  public int weight() {
    return switch (this) {
      case DUPLICATE -> 0;
      case LOADED -> 1;
      case LOADED_WITH_REJECTS -> 2;
      case WAITING -> 3;
      case REFUSED -> 4;
      case FAILED -> 5;
    };
  }

  /** Whether the run's records are in their table. */
  public boolean publishes() {
    return this == LOADED || this == LOADED_WITH_REJECTS;
  }

  /** As the ledger, JSON and receipts write it: {@code loaded_with_rejects}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
