package id.pde.normalise;

import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text that is read part by part; a part that is not there makes it fail. */
final class DateText {

  private static final int[] TENS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private String text;
  private int position;
  private boolean failed;

  DateText(String text, int position) {
    this.text = text;
    this.position = position;
  }

  void start(String next, int at) {
    text = next;
    position = at;
    failed = false;
  }

  int position() {
    return position;
  }

  boolean failed() {
    return failed;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  /** A number of so many digits, or -1. */
  int number(int least, int most) {
    int value = 0;
    int start = position;
    while (position < text.length() && position - start < most) {
      int digit = text.charAt(position) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      position++;
    }
    return position - start < least ? fail() : value;
  }

  /** Digits behind the second, as nanoseconds; PostgreSQL keeps microseconds of them. */
  int fraction() {
    int start = position;
    int value = number(1, 9);
    return failed ? value : value * TENS[position - start] / 1000 * 1000;
  }

  boolean sign(char wanted) {
    if (position < text.length()
        && (text.charAt(position) == wanted
            || Character.toLowerCase(text.charAt(position)) == Character.toLowerCase(wanted))) {
      position++;
      return true;
    }
    fail();
    return false;
  }

  /** The next letters, an apostrophe among them included; may be empty. */
  String word() {
    int start = position;
    while (position < text.length()
        && (Character.isLetter(text.charAt(position))
            || (position > start && isApostrophe(text.charAt(position))))) {
      position++;
    }
    return text.substring(start, position);
  }

  private static boolean isApostrophe(char sign) {
    return sign == '\'' || sign == '\u2019';
  }

  /** A month's name, a dot of its abbreviation included; 1 to 12, or -1. */
  int month() {
    int month = MonthNames.month(word());
    if (month == 0) {
      return fail();
    }
    // "17 Agt. 2019", but the dot of "17.Agt.2019" belongs to the pattern.
    if (position + 1 < text.length()
        && text.charAt(position) == '.'
        && text.charAt(position + 1) == ' ') {
      position++;
    }
    return month;
  }

  /** A weekday's name; 1 to 7, or -1. */
  int weekday() {
    int weekday = MonthNames.weekday(word());
    return weekday == 0 ? fail() : weekday;
  }

  /** Passes "Sabtu, " or "Sab. " where it stands; its number, or 0. */
  int passWeekday() {
    int start = position;
    int weekday = MonthNames.weekday(word());
    if (weekday == 0) {
      position = start;
      return 0;
    }
    while (!atEnd() && " ,./-".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return weekday;
  }

  /** 0 for AM, 12 for PM. */
  int half() {
    String word = word().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "AM" -> 0;
      case "PM" -> 12;
      default -> fail();
    };
  }

  /** Z, WIB, WITA, WIT, +07:00, +0700, +07. */
  @Nullable ZoneOffset zone() {
    if (position < text.length() && isSigned(text.charAt(position))) {
      return offset(text.charAt(position++) == '+' ? 1 : -1);
    }
    String word = word().toUpperCase(Locale.ROOT);
    int hours =
        switch (word) {
          case "Z", "UTC", "GMT" -> 0;
          case "WIB" -> 7;
          case "WITA" -> 8;
          case "WIT" -> 9;
          default -> fail();
        };
    return failed ? null : ZoneOffset.ofHours(hours);
  }

  private static boolean isSigned(char sign) {
    return sign == '+' || sign == '-' || sign == '\u2212';
  }

  private @Nullable ZoneOffset offset(int direction) {
    int hours = number(2, 2);
    int minutes = 0;
    if (position < text.length()) {
      if (text.charAt(position) == ':') {
        position++;
      }
      minutes = number(2, 2);
    }
    if (failed || hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
      fail();
      return null;
    }
    return ZoneOffset.ofTotalSeconds(direction * (hours * 3600 + minutes * 60));
  }

  /**
   * What may follow a date: " 09.00 WIB", "T02:30:00Z", " pukul 14:00". Whether all of the text is
   * used up.
   */
  boolean trailingTime(DateParts into) {
    if (atEnd()) {
      return true;
    }
    if (!passDivider()) {
      return false;
    }
    into.timed = true;
    into.hour = number(1, 2);
    char mark = atEnd() ? 0 : text.charAt(position);
    if (failed || (mark != ':' && mark != '.')) {
      return false;
    }
    position++;
    into.minute = number(2, 2);
    if (!failed && !atEnd() && text.charAt(position) == mark) {
      position++;
      into.second = number(2, 2);
      if (!failed && !atEnd() && (text.charAt(position) == '.' || text.charAt(position) == ',')) {
        position++;
        into.nano = fraction();
      }
    }
    return !failed && suffixes(into);
  }

  /** What may follow a time: " WIB". Whether all of the text is used up. */
  boolean trailingZone(DateParts into) {
    return atEnd() || (into.offset == null && suffixes(into));
  }

  private boolean passDivider() {
    char first = text.charAt(position);
    if (first == 'T' || first == 't') {
      position++;
      return true;
    }
    int start = position;
    while (!atEnd() && (text.charAt(position) == ' ' || text.charAt(position) == ',')) {
      position++;
    }
    if (position == start) {
      return false;
    }
    String word = word().toLowerCase(Locale.ROOT);
    if (word.equals("pukul") || word.equals("jam") || word.equals("pkl")) {
      while (!atEnd() && (text.charAt(position) == ' ' || text.charAt(position) == '.')) {
        position++;
      }
      return true;
    }
    return word.isEmpty();
  }

  private boolean suffixes(DateParts into) {
    passBlank();
    if (!atEnd() && into.half < 0 && isHalf()) {
      into.half = half();
      passBlank();
    }
    if (!atEnd()) {
      into.offset = zone();
    }
    return !failed && atEnd();
  }

  private boolean isHalf() {
    return text.regionMatches(true, position, "AM", 0, 2)
        || text.regionMatches(true, position, "PM", 0, 2);
  }

  private void passBlank() {
    while (!atEnd() && text.charAt(position) == ' ') {
      position++;
    }
  }

  private int fail() {
    failed = true;
    return -1;
  }
}
