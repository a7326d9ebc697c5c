package id.pde.source.database;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as databases write them, brought to ISO 8601. What names no day that there is
 * ({@code 0000-00-00} of MariaDB, {@code infinity} of PostgreSQL) is none of them.
 */
final class MomentText {

  private static final int DAY = 10;

  private MomentText() {}

  /** {@code yyyy-MM-dd}; null: no such day. */
  static @Nullable String date(String text) {
    return text.length() == DAY && isDay(text) ? text : null;
  }

  /** {@code yyyy-MM-ddTHH:mm:ss} with or without a fraction; null: no such moment. */
  static @Nullable String local(String text) {
    if (text.length() < DAY + 9 || !isDay(text) || !isTime(text, DAY + 1)) {
      return null;
    }
    return text.substring(0, DAY) + 'T' + text.substring(DAY + 1);
  }

  /** The same with an offset, which PostgreSQL writes as {@code +07}; null: no such moment. */
  static @Nullable String zoned(String text) {
    int offset = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    if (offset < DAY + 9) {
      return null;
    }
    String moment = local(text.substring(0, offset).stripTrailing());
    if (moment == null) {
      return null;
    }
    String zone = text.substring(offset);
    String whole = moment + (zone.length() == 3 ? zone + ":00" : zone);
    try {
      // Only the offset may still be wrong; it is looked at closely where it is not a usual one.
      return zone.length() == 3 ? whole : OffsetDateTime.parse(whole).toString();
    } catch (DateTimeException other) {
      return null;
    }
  }

  /** A local date and time that is in a zone with this offset. */
  static @Nullable String at(String text, String offset) {
    String moment = local(text);
    return moment == null ? null : moment + offset;
  }

  /** {@code HH:mm:ss} with or without a fraction; null: no time of a day. */
  static @Nullable String time(String text) {
    return text.length() >= 8 && isTime(text, 0) ? text : null;
  }

  private static boolean isDay(String text) {
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    if (text.charAt(4) != '-' || text.charAt(7) != '-' || year < 1 || month < 1 || month > 12) {
      return false;
    }
    return day >= 1 && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static boolean isTime(String text, int from) {
    int hour = number(text, from, 2);
    int minute = number(text, from + 3, 2);
    int second = number(text, from + 6, 2);
    if (text.charAt(from + 2) != ':' || text.charAt(from + 5) != ':') {
      return false;
    }
    return hour >= 0
        && hour < 24
        && minute >= 0
        && minute < 60
        && second >= 0
        && second < 60
        && isFraction(text, from + 8);
  }

  private static boolean isFraction(String text, int from) {
    if (from == text.length()) {
      return true;
    }
    int digits = text.length() - from - 1;
    return text.charAt(from) == '.'
        && digits >= 1
        && digits <= 9
        && number(text, from + 1, digits) >= 0;
  }

  /** -1: these are not all digits. */
  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
