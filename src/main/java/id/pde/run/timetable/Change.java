package id.pde.run.timetable;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit of schedules.
 *
 * @param login of the database
 * @param before the rule, null where there was none or it stayed
 * @param after the rule, null where it stayed
 */
public record Change(
    String schedule,
    Instant at,
    By by,
    String login,
    Action action,
    @Nullable String before,
    @Nullable String after) {

  /**
   * Who, and why.
   *
   * @param why may be empty
   */
  public record By(String who, String why) {}

  /** What was done. */
  public enum Action {
    /** A route brought it. */
    NEW,
    /** Its route was changed, and no officer had. */
    ROUTE,
    SET,
    /** Back to what the route says. */
    RESET,
    PAUSE,
    RESUME,
    /** A fire besides its times. */
    RUN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
