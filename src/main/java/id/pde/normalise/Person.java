package id.pde.normalise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier says of the person it was given to.
 *
 * @param year of birth, of four digits or of two, as {@code century} says
 */
record Person(Century century, int year, int month, int day, Sex sex) {

  /** Whether the year is whole. */
  enum Century {
    KNOWN,
    OPEN
  }

  enum Sex {
    MAN,
    WOMAN
  }

  /** Of a NIK, or of any 16 digits that have the day of birth in the same place; else null. */
  static @Nullable Person ofNik(@Nullable Object value) {
    if (!(value instanceof String digits)
        || digits.length() != 16
        || !DigitText.allDigits(digits)) {
      return null;
    }
    int written = DigitText.pair(digits, 6);
    boolean woman = written > 40;
    return new Person(
        Century.OPEN,
        DigitText.pair(digits, 10),
        DigitText.pair(digits, 8),
        woman ? written - 40 : written,
        woman ? Sex.WOMAN : Sex.MAN);
  }

  /** Of a NIP of 18 digits; else null. */
  static @Nullable Person ofNip(@Nullable Object value) {
    if (!(value instanceof String digits) || digits.length() != 18) {
      return null;
    }
    return new Person(
        Century.KNOWN,
        100 * DigitText.pair(digits, 0) + DigitText.pair(digits, 2),
        DigitText.pair(digits, 4),
        DigitText.pair(digits, 6),
        digits.charAt(14) == '2' ? Sex.WOMAN : Sex.MAN);
  }

  boolean bornOn(LocalDate date) {
    boolean sameYear =
        century == Century.KNOWN ? date.getYear() == year : date.getYear() % 100 == year;
    return sameYear && date.getMonthValue() == month && date.getDayOfMonth() == day;
  }

  /** That day, if it is the day of birth; else null. */
  @Nullable LocalDate dayOf(int day, int month, int year) {
    boolean there = month >= 1 && month <= 12 && day >= 1 && day <= DateParts.length(year, month);
    LocalDate found = there ? LocalDate.of(year, month, day) : null;
    return found != null && bornOn(found) ? found : null;
  }

  /** Whether a code of the sex says the same; a code that is none of both says nothing else. */
  boolean isOf(Object code) {
    return switch (String.valueOf(code)) {
      case "1", "L" -> sex == Sex.MAN;
      case "2", "P" -> sex == Sex.WOMAN;
      default -> true;
    };
  }
}
