package id.pde.schedule;

import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.expect.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one answer to "when next": what the clock obeys and what lists and previews show are the same
 * function. Pure.
 */
public final class NextFires {

  /** Who has none within these days (eleven years) has none. */
  private static final int DAYS_AHEAD = 4018;

  private NextFires() {}

  /** The first fire after a moment, where every Monday to Friday is a working day. */
  public static Optional<Instant> after(Schedule schedule, Instant moment) {
    return after(schedule, Holidays.NONE, moment);
  }

  /** The first fire after a moment; empty where there will never be one. */
  public static Optional<Instant> after(Schedule schedule, Holidays holidays, Instant moment) {
    Timing timing = schedule.timing();
    if (timing instanceof Timing.Cron cron) {
      return cron(schedule, cron.expression(), holidays, moment);
    }
    if (timing instanceof Timing.Every every) {
      return Optional.of(every(every.interval(), moment));
    }
    CivilDays days = new CivilDays(timing, schedule.terms().onHoliday(), holidays);
    return civil(days, at(timing), schedule.zone(), moment);
  }

  /** The first fires after a moment, at most as many as wanted. */
  public static List<Instant> preview(
      Schedule schedule, Holidays holidays, Instant moment, int wanted) {
    List<Instant> fires = new ArrayList<>();
    Optional<Instant> next = after(schedule, holidays, moment);
    while (next.isPresent() && fires.size() < wanted) {
      fires.add(next.get());
      next = after(schedule, holidays, next.get());
    }
    return fires;
  }

  /** The same, where every Monday to Friday is a working day. */
  public static List<Instant> preview(Schedule schedule, Instant moment, int wanted) {
    return preview(schedule, Holidays.NONE, moment, wanted);
  }

  private static LocalTime at(Timing timing) {
    if (timing instanceof Timing.Daily daily) {
      return daily.at();
    }
    if (timing instanceof Timing.Monthly monthly) {
      return monthly.at();
    }
    return ((Timing.NthWorking) timing).at();
  }

  /** A cron can leave holidays out; it cannot move, for it may have many fires a day. */
  private static Optional<Instant> cron(
      Schedule schedule, String expression, Holidays holidays, Instant moment) {
    boolean skips = schedule.terms().onHoliday() == OnHoliday.SKIP;
    Optional<Instant> next = CronFires.after(expression, schedule.zone(), moment);
    LocalDate last = moment.atZone(schedule.zone()).toLocalDate().plusDays(DAYS_AHEAD);
    while (skips && next.isPresent()) {
      LocalDate day = next.get().atZone(schedule.zone()).toLocalDate();
      if (!holidays.days().containsKey(day)) {
        return next;
      }
      if (day.isAfter(last)) {
        return Optional.empty();
      }
      next = CronFires.after(expression, schedule.zone(), next.get());
    }
    return next;
  }

  private static Optional<Instant> civil(
      CivilDays days, LocalTime at, ZoneId zone, Instant moment) {
    // A time that a zone skips may belong to the day before.
    LocalDate from = moment.atZone(zone).toLocalDate().minusDays(1);
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      LocalDate day = from.plusDays(ahead);
      // The first of two where the zone has it twice, after the gap where it has none.
      Instant fire = ZonedDateTime.of(day, at, zone).toInstant();
      if (fire.isAfter(moment) && days.contains(day)) {
        return Optional.of(fire);
      }
    }
    return Optional.empty();
  }

  private static Instant every(Duration interval, Instant moment) {
    long step = interval.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(moment.toEpochMilli(), step) + 1) * step);
  }
}
