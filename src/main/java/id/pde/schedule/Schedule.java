package id.pde.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When something is to happen. Routes write the first value.
 *
 * @param name unique among all schedules
 * @param zone of the times in {@code timing}
 */
public record Schedule(String name, Timing timing, ZoneId zone) {

  /** The zone of schedules that name none. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Jakarta");

  /** The rule behind the fires. */
  public sealed interface Timing {

    /** A Quartz cron expression, checked. */
    record Cron(String expression) implements Timing {}

    /** Once on each of the days; a time that the zone skips moves to the next one that exists. */
    record Daily(LocalTime at, Days days) implements Timing {}

    /** On the multiples of the interval, so that a restart changes nothing. */
    record Every(Duration interval) implements Timing {}
  }
}
