package id.pde.normalise;

import id.pde.model.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The century of a year written with two digits, which a declared {@code yy} puts in 1930-2029. */
final class Century {

  /** The window: 30 is 1930, 29 is 2029. */
  private static final int WINDOW = 30;

  private static final int YEARS = 100;

  private Century() {}

  /** The year that a declared {@code yy} means. */
  static int year(int digits) {
    return digits + (digits >= WINDOW ? 1900 : 2000);
  }

  /** The same day in the other century; null: 29 February was not there. */
  static @Nullable LocalDate other(LocalDate day) {
    LocalDate other = day.plusYears(day.getYear() < 2000 ? YEARS : -YEARS);
    return other.getDayOfMonth() == day.getDayOfMonth() ? other : null;
  }

  /**
   * Whether the period of the row speaks for the other century: the day lies behind it, or the
   * other one inside of it. Nobody knows where the row has no period.
   */
  static boolean doubtful(LocalDate day, @Nullable Period period) {
    LocalDate other = other(day);
    if (period == null || other == null) {
      return false;
    }
    boolean inside = !other.isBefore(period.start()) && !other.isAfter(period.end());
    return inside || day.isAfter(period.end());
  }
}
