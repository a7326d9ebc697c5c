package id.pde.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fires of a cron expression as a patient person finds them, who watches the clock of a zone
 * minute by minute. Shares no code with the product.
 */
final class CronMinutes {

  private final CronByHand cron;
  private final ZoneId zone;
  private final Set<LocalDate> closed;
  private final Set<Instant> fires = new TreeSet<>();

  /**
   * @param closed days whose fires are left out
   */
  CronMinutes(CronByHand cron, ZoneId zone, Set<LocalDate> closed) {
    this.cron = cron;
    this.zone = zone;
    this.closed = closed;
  }

  /** All fires of a year, by local date. */
  List<Instant> year(int year) {
    Instant minute = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
    LocalDateTime next = LocalDateTime.ofInstant(minute, zone);
    while (minute.isBefore(end)) {
      LocalDateTime shown = LocalDateTime.ofInstant(minute, zone);
      boolean repeated = shown.isBefore(next);
      if (cron.everyHour()) {
        note(shown, minute);
      } else if (!repeated) {
        // What the clock jumped over happens as much later as it jumped.
        LocalDateTime jumped = next;
        Instant later = minute;
        while (jumped.isBefore(shown)) {
          note(jumped, later);
          jumped = jumped.plusMinutes(1);
          later = later.plus(1, ChronoUnit.MINUTES);
        }
        note(shown, minute);
      }
      next = repeated ? next : shown.plusMinutes(1);
      minute = minute.plus(1, ChronoUnit.MINUTES);
    }
    return List.copyOf(fires);
  }

  private void note(LocalDateTime wanted, Instant minute) {
    LocalDate day = LocalDateTime.ofInstant(minute, zone).toLocalDate();
    if (closed.contains(day) || !cron.minute(wanted)) {
      return;
    }
    for (int second = 0; second < 60; second++) {
      if (cron.second(second)) {
        fires.add(minute.plusSeconds(second));
      }
    }
  }
}
