package id.pde.source.markup;

import id.pde.model.Cell;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days and times of day as ISO 8601 writes them; what is none stays the text that it is. */
final class IsoTimes {

  /** Halves of a millisecond are noise of the double behind the text. */
  private static final long HALF = 500_000;

  private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d\\d:?\\d\\d)$");
  private static final Pattern FRACTION = Pattern.compile("[.,](\\d{0,9})\\d*(?=S?$)");

  private IsoTimes() {}

  /**
   * A day, or a day and a time; midnight is the day alone.
   *
   * @param none the day that stands for none: its moments are times of day
   */
  static Cell moment(String text, LocalDate none) {
    try {
      if (text.indexOf('T') < 0) {
        LocalDate day = LocalDate.parse(text);
        return new Cell.Moment(day.equals(none) ? LocalTime.MIDNIGHT : day);
      }
      LocalDateTime moment =
          LocalDateTime.parse(fraction(ZONE.matcher(text).replaceFirst("")))
              .plusNanos(HALF)
              .truncatedTo(ChronoUnit.MILLIS);
      if (moment.toLocalDate().equals(none)) {
        return new Cell.Moment(moment.toLocalTime());
      }
      boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
      return new Cell.Moment(day ? moment.toLocalDate() : moment);
    } catch (DateTimeException unusual) {
      return new Cell.Words(text);
    }
  }

  /** A time of day written as a duration; 24 hours and more are no time of day and stay a text. */
  static Cell time(String text) {
    try {
      Duration duration = Duration.parse(fraction(text));
      Duration size = duration.abs().plusNanos(HALF).truncatedTo(ChronoUnit.MILLIS);
      if (!duration.isNegative() && size.toHours() < 24) {
        return new Cell.Moment(LocalTime.ofNanoOfDay(size.toNanos()));
      }
      return new Cell.Words(
          String.format(
              Locale.ROOT,
              "%s%02d:%02d:%02d",
              duration.isNegative() ? "-" : "",
              size.toHours(),
              size.toMinutesPart(),
              size.toSecondsPart()));
    } catch (DateTimeException | ArithmeticException unusual) {
      return new Cell.Words(text);
    }
  }

  /** OpenOffice 2 wrote a decimal comma; some write more digits than a nanosecond has. */
  private static String fraction(String text) {
    var matcher = FRACTION.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    String digits = matcher.group(1);
    return matcher.replaceFirst(digits.isEmpty() ? "" : "." + digits);
  }
}
