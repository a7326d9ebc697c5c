package id.pde.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The one answer to "when next": what the clock obeys and what previews show are the same function.
 */
public final class NextFires {

  private static final int DAYS_OF_A_WEEK = 7;

  private NextFires() {}

  /** The first fire after a moment; empty where there will never be one. */
  public static Optional<Instant> after(Schedule schedule, Instant moment) {
    if (schedule.timing() instanceof Schedule.Timing.Cron cron) {
      return cron(cron.expression(), schedule.zone(), moment);
    }
    if (schedule.timing() instanceof Schedule.Timing.Daily daily) {
      return Optional.of(daily(daily, schedule.zone(), moment));
    }
    Schedule.Timing.Every every = (Schedule.Timing.Every) schedule.timing();
    return Optional.of(every(every.interval(), moment));
  }

  /** The first fires after a moment, at most as many as wanted. */
  public static List<Instant> preview(Schedule schedule, Instant moment, int wanted) {
    List<Instant> fires = new ArrayList<>();
    Optional<Instant> next = after(schedule, moment);
    while (next.isPresent() && fires.size() < wanted) {
      fires.add(next.get());
      next = after(schedule, next.get());
    }
    return fires;
  }

  private static Optional<Instant> cron(String expression, ZoneId zone, Instant moment) {
    try {
      CronExpression cron = new CronExpression(expression);
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      Date next = cron.getNextValidTimeAfter(Date.from(moment));
      return next == null ? Optional.empty() : Optional.of(next.toInstant());
    } catch (ParseException unchecked) {
      throw new IllegalArgumentException("the cron expression was not checked", unchecked);
    }
  }

  private static Instant daily(Schedule.Timing.Daily daily, ZoneId zone, Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead <= DAYS_OF_A_WEEK; ahead++) {
      LocalDate date = today.plusDays(ahead);
      Instant fire = ZonedDateTime.of(date, daily.at(), zone).toInstant();
      if (daily.days().contains(date) && fire.isAfter(moment)) {
        return fire;
      }
    }
    throw new IllegalStateException("a schedule without days");
  }

  private static Instant every(Duration interval, Instant moment) {
    long step = interval.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(moment.toEpochMilli(), step) + 1) * step);
  }
}
