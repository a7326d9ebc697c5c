package id.pde.source.sheet;

import java.util.Locale;

/** Tells from a number format what a number cell shows. */
final class DateFormats {

  private DateFormats() {}

  /** What a format shows. */
  enum Shows {
    NUMBER,
    DAY,
    /** Hours, minutes or seconds that run on: {@code [h]:mm}. */
    ELAPSED
  }

  /**
   * The numbers that files do not define themselves: 14 to 22 and 45 to 47 everywhere, 27 to 36 and
   * 50 to 58 in programs of East Asia (ECMA-376, 18.8.30).
   */
  static Shows builtIn(int number) {
    if (number == 46) {
      return Shows.ELAPSED;
    }
    boolean day =
        (number >= 14 && number <= 22)
            || (number >= 27 && number <= 36)
            || number == 45
            || number == 47
            || (number >= 50 && number <= 58);
    return day ? Shows.DAY : Shows.NUMBER;
  }

  /** A format code: dates are made of d, m, y, h and s outside of quotes, escapes and brackets. */
  static Shows of(String code) {
    boolean day = false;
    for (int i = 0; i < code.length(); i++) {
      char sign = code.charAt(i);
      switch (sign) {
        case ';' -> {
          // The first section is the one of positive numbers.
          return day ? Shows.DAY : Shows.NUMBER;
        }
        case '"' -> i = closing(code, i, '"');
        case '\\', '_', '*' -> i++;
        case '[' -> {
          int end = closing(code, i, ']');
          if (isElapsed(code.substring(i + 1, Math.max(i + 1, end)))) {
            return Shows.ELAPSED;
          }
          i = end;
        }
        case '0' -> {
          // Seconds have decimals of their own: ss.000
          if (!day || !isDecimal(code, i)) {
            return Shows.NUMBER;
          }
        }
        case '#', '?' -> {
          // Other programs leave the quotes out: USD #,##0
          return Shows.NUMBER;
        }
        case '@' -> {
          if (!day) {
            return Shows.NUMBER;
          }
        }
        case 'G', 'g' -> {
          if (code.regionMatches(true, i, "General", 0, 7)) {
            i += 6;
          }
        }
        case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H', 's', 'S' -> day = true;
        default -> {}
      }
    }
    return day ? Shows.DAY : Shows.NUMBER;
  }

  private static boolean isDecimal(String code, int at) {
    int before = at - 1;
    while (before >= 0 && code.charAt(before) == '0') {
      before--;
    }
    return before >= 0 && (code.charAt(before) == '.' || code.charAt(before) == ',');
  }

  private static int closing(String code, int from, char sign) {
    int end = code.indexOf(sign, from + 1);
    return end < 0 ? code.length() : end;
  }

  private static boolean isElapsed(String inBrackets) {
    String lower = inBrackets.toLowerCase(Locale.ROOT);
    return !lower.isEmpty()
        && (lower.replace("h", "").isEmpty()
            || lower.replace("m", "").isEmpty()
            || lower.replace("s", "").isEmpty());
  }
}
