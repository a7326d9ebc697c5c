package id.pde.run.timetable;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fire: that a schedule's work be done once.
 *
 * @param planned when; with the schedule it is unique
 * @param period of the data that are wanted; null: the route knows
 */
public record Ask(String schedule, Instant planned, Kind kind, @Nullable String period) {

  /** Where it comes from. */
  public enum Kind {
    /** Its time came. */
    PLANNED,
    /** Its time had passed when a server was there again. */
    MISSED,
    /** A person wanted it. */
    MANUAL,
    /** A person wanted a period made good. */
    PERIOD;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
