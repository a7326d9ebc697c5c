package id.pde.normalise;

import id.pde.model.Period;
import org.jspecify.annotations.Nullable;

/** What is known of the row that is being read, for columns that depend on others. */
final class RowSoFar {

  private @Nullable Object[] values = new @Nullable Object[0];
  private @Nullable Period period;
  private boolean[] faulty = new boolean[0];
  private boolean anyFaulty;

  /** A row begins; its values come one by one. */
  void start(@Nullable Object[] next) {
    values = next;
    period = null;
    if (anyFaulty || faulty.length != next.length) {
      faulty = new boolean[next.length];
      anyFaulty = false;
    }
  }

  /** A column has no value, and an issue says why. */
  void markFaulty(int column) {
    faulty[column] = true;
    anyFaulty = true;
  }

  boolean isFaulty(int column) {
    return anyFaulty && faulty[column];
  }

  /** A value that was calculated. */
  void put(int column, @Nullable Object value) {
    values[column] = value;
  }

  /** All values, in the order of the mapping. Not copied. */
  @Nullable Object[] values() {
    return values;
  }

  void speaksOf(@Nullable Period of) {
    period = of;
  }

  /** The value of a column, in the order of the mapping; null: none, or not read yet. */
  @Nullable Object value(int column) {
    return values[column];
  }

  /** The period that the row speaks of; null: none, or not known yet. */
  @Nullable Period period() {
    return period;
  }
}
