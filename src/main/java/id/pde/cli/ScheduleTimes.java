package id.pde.cli;

import id.pde.model.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times of schedules, always with their offset. */
final class ScheduleTimes {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final int SECONDS_OF_A_MINUTE = 60;

  private ScheduleTimes() {}

  /** To the minute, or to the second where it is not on a full minute. */
  static String shown(@Nullable Instant instant, ZoneId zone) {
    if (instant == null) {
      return "";
    }
    boolean whole = instant.getEpochSecond() % SECONDS_OF_A_MINUTE == 0;
    return (whole ? MINUTE : SECOND).format(instant.atZone(zone));
  }

  /** As scripts read it: {@code 2026-12-01T02:30:00+07:00}. */
  static @Nullable String iso(@Nullable Instant instant, ZoneId zone) {
    return instant == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  /** How long until then: {@code 3 h 12 min}. */
  static Text until(Instant now, @Nullable Instant then) {
    if (then == null) {
      return Text.same("");
    }
    Duration left = Duration.between(now, then);
    long days = left.toDays();
    int hours = left.toHoursPart();
    int minutes = left.toMinutesPart();
    if (days > 0) {
      return new Text(days + " hari " + hours + " jam", days + " d " + hours + " h");
    }
    return hours > 0
        ? new Text(hours + " jam " + minutes + " mnt", hours + " h " + minutes + " min")
        : new Text(minutes + " mnt", minutes + " min");
  }
}
