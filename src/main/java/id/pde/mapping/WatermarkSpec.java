package id.pde.mapping;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pull goes on where the one before it ended.
 *
 * @param column heading of the field whose values only rise
 * @param kind what its values are, for the first pull, which has seen none
 * @param tie heading of the field that tells rows of one value apart; null: none
 * @param lookBack how far the next pull goes back for late rows
 */
public record WatermarkSpec(String column, Kind kind, @Nullable Tie tie, LookBack lookBack) {

  /** What the values of a field are. */
  public enum Kind {
    TIMESTAMP,
    DATE,
    NUMBER,
    TEXT
  }

  /** The field that tells rows of one value apart, and its kind. */
  public record Tie(String column, Kind kind) {}

  /**
   * How far to go back: a time from dates and times, a number from numbers.
   *
   * @param number used where the value is a number
   */
  public record LookBack(Duration time, long number) {
    public static final LookBack NONE = new LookBack(Duration.ZERO, 0);

    /** Whether the next pull begins where the last one ended. */
    public boolean isNone() {
      return equals(NONE);
    }
  }
}
