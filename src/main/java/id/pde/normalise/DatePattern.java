package id.pde.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A declared pattern such as {@code dd/MM/yyyy HH:mm}, ready to be tried on texts. */
final class DatePattern {

  private enum Part {
    DAY,
    MONTH,
    MONTH_NAME,
    YEAR,
    SHORT_YEAR,
    HOUR,
    MINUTE,
    SECOND,
    FRACTION,
    HALF,
    ZONE,
    WEEKDAY,
    SIGN
  }

  private static final Set<Part> DIGITS =
      Set.of(
          Part.DAY,
          Part.MONTH,
          Part.YEAR,
          Part.SHORT_YEAR,
          Part.HOUR,
          Part.MINUTE,
          Part.SECOND,
          Part.FRACTION);

  private final Part[] parts;
  private final char[] signs;
  private final boolean[] fixed;
  private final boolean shortYear;

  DatePattern(String pattern) {
    List<Part> found = new ArrayList<>();
    StringBuilder literals = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); ) {
      char letter = pattern.charAt(i);
      int run = run(pattern, i);
      if (letter == '\'') {
        boolean doubled = i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'';
        if (doubled) {
          found.add(Part.SIGN);
          literals.append('\'');
        }
        quoted = doubled == quoted;
        i += doubled ? 2 : 1;
        continue;
      }
      Part part = quoted ? Part.SIGN : part(letter, run);
      found.add(part);
      literals.append(letter);
      i += part == Part.SIGN ? 1 : run;
    }
    parts = found.toArray(Part[]::new);
    signs = literals.toString().toCharArray();
    shortYear = found.contains(Part.SHORT_YEAR);
    fixed = new boolean[parts.length];
    for (int i = 0; i + 1 < parts.length; i++) {
      // In ddMMyyyy only the width says where a part ends.
      fixed[i] = DIGITS.contains(parts[i + 1]);
    }
  }

  private static int run(String pattern, int start) {
    int end = start;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(start)) {
      end++;
    }
    return end - start;
  }

  private static Part part(char letter, int run) {
    return switch (letter) {
      case 'd' -> Part.DAY;
      case 'M', 'L' -> run > 2 ? Part.MONTH_NAME : Part.MONTH;
      case 'y', 'u' -> run == 2 ? Part.SHORT_YEAR : Part.YEAR;
      case 'H', 'h', 'k', 'K' -> Part.HOUR;
      case 'm' -> Part.MINUTE;
      case 's' -> Part.SECOND;
      case 'S', 'n' -> Part.FRACTION;
      case 'a' -> Part.HALF;
      case 'X', 'x', 'Z', 'z', 'V', 'O' -> Part.ZONE;
      case 'E', 'e' -> Part.WEEKDAY;
      default -> Part.SIGN;
    };
  }

  /** Whether it begins with the day in digits, and the month in digits follows. */
  boolean isDayFirst() {
    return parts[0] == Part.DAY && List.of(parts).contains(Part.MONTH);
  }

  /** Whether it begins with the month in digits. */
  boolean isMonthFirst() {
    return parts[0] == Part.MONTH;
  }

  boolean hasShortYear() {
    return shortYear;
  }

  /** Whether the text goes on as the pattern says; the reader then stands behind it. */
  boolean match(DateText at, DateParts into) {
    for (int i = 0; i < parts.length; i++) {
      if (!part(i, at, into)) {
        return false;
      }
    }
    return true;
  }

  private boolean part(int i, DateText at, DateParts into) {
    switch (parts[i]) {
      case DAY -> into.day = at.number(fixed[i] ? 2 : 1, 2);
      case MONTH -> into.month = at.number(fixed[i] ? 2 : 1, 2);
      case YEAR -> into.year = at.number(4, 4);
      case HOUR -> into.hour = at.number(fixed[i] ? 2 : 1, 2);
      case MINUTE -> into.minute = at.number(2, 2);
      case SECOND -> into.second = at.number(2, 2);
      case FRACTION -> into.nano = at.fraction();
      case MONTH_NAME -> into.month = at.month();
      case SHORT_YEAR -> {
        int year = at.number(2, 2);
        into.year = year < 0 ? year : Century.year(year);
      }
      case HALF -> into.half = at.half();
      case ZONE -> into.offset = at.zone();
      case WEEKDAY -> into.weekday = at.weekday();
      case SIGN -> {
        return at.sign(signs[i]);
      }
    }
    into.timed |= parts[i] == Part.HOUR;
    return !at.failed();
  }
}
