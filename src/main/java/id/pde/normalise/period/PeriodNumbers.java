package id.pde.normalise.period;

import id.pde.normalise.MonthNames;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of years, months and their parts as people write them; 0 where it is none. */
final class PeriodNumbers {

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  private static final List<List<String>> WORDS =
      List.of(
          List.of("SATU", "PERTAMA", "KESATU", "FIRST", "ONE"),
          List.of("DUA", "KEDUA", "SECOND", "TWO"),
          List.of("TIGA", "KETIGA", "THIRD", "THREE"),
          List.of("EMPAT", "KEEMPAT", "FOURTH", "FOUR"));

  private static final Pattern DIGITS = Pattern.compile("0?\\d{1,2}");
  private static final Pattern SCHOOL_YEAR = Pattern.compile("(\\d{4}) ?[/-] ?((?:\\d{2})?\\d{2})");

  private PeriodNumbers() {}

  /** 1 to {@code last}, as digits, in Roman numerals, or in words. */
  static int ordinal(String text, int last) {
    String tidy = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^KE *- *", "");
    int number = DIGITS.matcher(tidy).matches() ? Integer.parseInt(tidy) : ROMAN.indexOf(tidy) + 1;
    for (int i = 0; i < WORDS.size() && number == 0; i++) {
      number = WORDS.get(i).contains(tidy) ? i + 1 : 0;
    }
    return number <= last ? number : 0;
  }

  /** 1 to 12, by name in Indonesian or English, by digits, or in Roman numerals. */
  static int month(String text) {
    String tidy = text.strip().replaceAll("\\.+$", "");
    int named = MonthNames.month(tidy);
    return named > 0 ? named : ordinal(tidy, 12);
  }

  /** 2024, 24, or a school year 2024/2025. Years of two digits are those of this century. */
  static PeriodParts year(String text) {
    String tidy = text.strip().replaceFirst("^['\u2019]", "");
    if (tidy.matches("\\d{4}")) {
      return PeriodParts.ofYear(Integer.parseInt(tidy));
    }
    if (tidy.matches("\\d{2}")) {
      return PeriodParts.ofYear(2000 + Integer.parseInt(tidy));
    }
    Matcher school = SCHOOL_YEAR.matcher(tidy);
    if (school.matches()) {
      int first = Integer.parseInt(school.group(1));
      int second = Integer.parseInt(school.group(2)) % 100;
      return second == (first + 1) % 100 ? PeriodParts.ofSchoolYear(first) : PeriodParts.NONE;
    }
    return PeriodParts.NONE;
  }
}
