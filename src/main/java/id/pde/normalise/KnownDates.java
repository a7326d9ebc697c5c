package id.pde.normalise;

import java.util.List;
import java.util.stream.Stream;

/**
 * The forms of dates that are tried where the mapping declares none. Day and month are tried both
 * ways, so that only a date with one reading is taken.
 */
final class KnownDates {

  private static final List<DatePattern> PLAIN = patterns("yyyyMMdd");
  private static final List<DatePattern> SLASH = numeric('/');
  private static final List<DatePattern> DASH = numeric('-');
  private static final List<DatePattern> DOT = numeric('.');
  private static final List<DatePattern> NAMED =
      patterns(
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d/MMM/yyyy",
          "d.MMM.yyyy",
          "dMMMyyyy",
          "MMM d, yyyy",
          "MMM d yyyy",
          "yyyy MMM d",
          "yyyy-MMM-d",
          "d MMM yy",
          "d-MMM-yy",
          "d/MMM/yy");

  /** What is always taken: it has one reading under every mapping. */
  static final List<DatePattern> ISO = patterns("yyyy-MM-dd");

  private KnownDates() {}

  private static List<DatePattern> numeric(char mark) {
    return patterns(
        "yyyy" + mark + "MM" + mark + "dd",
        "dd" + mark + "MM" + mark + "yyyy",
        "MM" + mark + "dd" + mark + "yyyy",
        "dd" + mark + "MM" + mark + "yy",
        "MM" + mark + "dd" + mark + "yy",
        "yy" + mark + "MM" + mark + "dd");
  }

  private static List<DatePattern> patterns(String... texts) {
    return Stream.of(texts).map(DatePattern::new).toList();
  }

  /** The forms that a text can have, by its first sign that is no digit, and by its letters. */
  static List<DatePattern> like(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign >= '0' && sign <= '9') {
        continue;
      }
      boolean named = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
      return switch (sign) {
        case '/' -> named ? NAMED : SLASH;
        case '-' -> named ? NAMED : DASH;
        case '.' -> named ? NAMED : DOT;
        case 'T', 't' -> i - from == 8 ? PLAIN : NAMED;
        case ' ' -> i - from == 8 ? PLAIN : NAMED;
        default -> NAMED;
      };
    }
    return PLAIN;
  }
}
