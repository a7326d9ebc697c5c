package id.pde.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * The fires of a cron expression. Quartz itself loses fires where a zone puts its clocks forward
 * and doubles or loses some where it puts them back; so it is only asked about clocks that never
 * change.
 *
 * <p>A cron that names hours goes by the civil day: what the zone skips happens after the gap, what
 * the zone has twice happens the first time. One for every hour goes by what passes: 24 hours a day
 * on most days, 23 or 25 on two.
 */
final class CronFires {

  private static final int HOURS = 2;

  /** No zone puts its clocks back by more. */
  private static final int LONGEST_OVERLAP_HOURS = 3;

  private CronFires() {}

  /** The first one after a moment; empty where there will never be one. */
  static Optional<Instant> after(String expression, ZoneId zone, Instant moment) {
    String hours = expression.strip().split("\\s+", -1)[HOURS];
    CronExpression cron = utc(expression);
    return hours.equals("*") ? hourly(cron, zone, moment) : civil(cron, zone, moment);
  }

  private static Optional<Instant> civil(CronExpression cron, ZoneId zone, Instant moment) {
    LocalDateTime from =
        moment.atZone(zone).toLocalDateTime().minusHours(LONGEST_OVERLAP_HOURS).minusSeconds(1);
    Date next = cron.getNextValidTimeAfter(Date.from(from.toInstant(ZoneOffset.UTC)));
    while (next != null) {
      LocalDateTime wanted = LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
      // The first of two, or after the gap.
      Instant fire = ZonedDateTime.of(wanted, zone).toInstant();
      if (fire.isAfter(moment)) {
        return Optional.of(fire);
      }
      next = cron.getNextValidTimeAfter(next);
    }
    return Optional.empty();
  }

  private static Optional<Instant> hourly(CronExpression cron, ZoneId zone, Instant moment) {
    Instant from = moment;
    while (true) {
      ZoneOffset offset = zone.getRules().getOffset(from);
      Date local = Date.from(from.plusSeconds(offset.getTotalSeconds()));
      Date next = cron.getNextValidTimeAfter(local);
      if (next == null) {
        return Optional.empty();
      }
      Instant fire = next.toInstant().minusSeconds(offset.getTotalSeconds());
      ZoneOffsetTransition change = zone.getRules().nextTransition(from);
      if (change == null || fire.isBefore(change.getInstant())) {
        return Optional.of(fire);
      }
      // From here on another offset holds; a fire at the very moment of the change is seen, too.
      from = change.getInstant();
      Optional<Instant> atOnce = atOnce(cron, zone, from);
      if (atOnce.isPresent()) {
        return atOnce;
      }
    }
  }

  private static Optional<Instant> atOnce(CronExpression cron, ZoneId zone, Instant moment) {
    int seconds = zone.getRules().getOffset(moment).getTotalSeconds();
    return cron.isSatisfiedBy(Date.from(moment.plusSeconds(seconds)))
        ? Optional.of(moment)
        : Optional.empty();
  }

  private static CronExpression utc(String expression) {
    try {
      CronExpression cron = new CronExpression(expression);
      cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return cron;
    } catch (ParseException unchecked) {
      throw new IllegalArgumentException("the cron expression was not checked", unchecked);
    }
  }
}
