package id.pde.normalise;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a pattern found in a text; used again for every text. */
final class DateParts {

  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int nano;

  /** 12 to add for the afternoon, 0 for the morning, -1 where the text does not say. */
  int half;

  boolean timed;

  /** 1 for Monday to 7 for Sunday, 0 where the text does not say. */
  int weekday;

  @Nullable ZoneOffset offset;

  void clear() {
    year = 0;
    month = 0;
    day = 0;
    weekday = 0;
    clearTime();
  }

  void clearTime() {
    hour = 0;
    minute = 0;
    second = 0;
    nano = 0;
    half = -1;
    timed = false;
    offset = null;
  }

  /** A day of the calendar and a time of the clock. */
  boolean possible() {
    return year >= 1000
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= length(year, month)
        && possibleTime();
  }

  private boolean possibleTime() {
    if (minute > 59 || second > 59) {
      return false;
    }
    return half < 0 ? hour <= 23 : hour >= 1 && hour <= 12;
  }

  static int length(int year, int month) {
    return switch (month) {
      case 2 -> isLeap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Whether the text names a weekday, and another than that of the day. */
  boolean contradicts(LocalDate other) {
    return weekday > 0 && other.getDayOfWeek().getValue() != weekday;
  }

  LocalDate date() {
    return LocalDate.of(year, month, day);
  }

  LocalTime time() {
    int shown = half < 0 ? hour : hour % 12 + half;
    return LocalTime.of(shown, minute, second, nano);
  }

  LocalDateTime moment() {
    return LocalDateTime.of(date(), time());
  }
}
