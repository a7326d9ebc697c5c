package id.pde.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When something is to happen. Routes write the first value, officers change it.
 *
 * @param name unique among all schedules
 * @param zone of the times in {@code timing}
 */
public record Schedule(String name, Timing timing, ZoneId zone, Terms terms) {

  /** The zone of schedules that name none. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Jakarta");

  /** With the terms that go with its timing. */
  public Schedule(String name, Timing timing, ZoneId zone) {
    this(name, timing, zone, Terms.of(timing));
  }

  /** The rule behind the fires. */
  public sealed interface Timing {

    /** A Quartz cron expression, checked. */
    record Cron(String expression) implements Timing {}

    /** Once on each of the days; a time that the zone skips moves to the next one that exists. */
    record Daily(LocalTime at, Days days) implements Timing {}

    /**
     * Once a month.
     *
     * @param day from 1; a month that is shorter has it on its last day, so {@link #LAST} is 31
     */
    record Monthly(LocalTime at, int day) implements Timing {
      /** The last day of each month. */
      public static final int LAST = 31;
    }

    /**
     * Once a month.
     *
     * @param number of the working day in its month, from 1; a month with fewer has no fire
     */
    record NthWorking(LocalTime at, int number) implements Timing {
      /** No month has more. */
      public static final int MOST = 23;
    }

    /** On the multiples of the interval, so that a restart changes nothing. */
    record Every(Duration interval) implements Timing {}
  }

  /**
   * What goes with the timing.
   *
   * @param after datasets that must have an accepted load of the same period first
   */
  public record Terms(OnHoliday onHoliday, Missed missed, List<String> after) {
    public Terms {
      after = List.copyOf(after);
    }

    /** What holds where nobody says more: working days are those on which offices are open. */
    public static Terms of(Timing timing) {
      return new Terms(defaultOnHoliday(timing), Missed.ONCE, List.of());
    }

    static OnHoliday defaultOnHoliday(Timing timing) {
      boolean working = timing instanceof Timing.Daily daily && daily.days().equals(Days.WORKING);
      return working ? OnHoliday.SKIP : OnHoliday.RUN;
    }
  }
}
