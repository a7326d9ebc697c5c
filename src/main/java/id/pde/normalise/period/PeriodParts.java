package id.pde.normalise.period;

import id.pde.model.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a text says of a period; 0 where it says nothing.
 *
 * @param until the second year of a school year
 */
record PeriodParts(int year, int until, int semester, int quarter, int month, int day) {

  static final PeriodParts NONE = new PeriodParts(0, 0, 0, 0, 0, 0);

  static PeriodParts ofYear(int year) {
    return new PeriodParts(year, 0, 0, 0, 0, 0);
  }

  static PeriodParts ofSchoolYear(int year) {
    return new PeriodParts(year, year + 1, 0, 0, 0, 0);
  }

  static PeriodParts ofSemester(int semester) {
    return new PeriodParts(0, 0, semester, 0, 0, 0);
  }

  static PeriodParts ofQuarter(int quarter) {
    return new PeriodParts(0, 0, 0, quarter, 0, 0);
  }

  static PeriodParts ofMonth(int year, int month) {
    return new PeriodParts(year, 0, 0, 0, month, 0);
  }

  static PeriodParts ofDay(int year, int month, int day) {
    return new PeriodParts(year, 0, 0, 0, month, day);
  }

  static PeriodParts of(Period period) {
    String text = period.text();
    int year = Integer.parseInt(text.substring(0, 4));
    if (text.length() == 4) {
      return ofYear(year);
    }
    if (text.indexOf('/') > 0) {
      return ofSchoolYear(year);
    }
    int number = text.charAt(6) - '0';
    return switch (text.charAt(5)) {
      case 'S' -> new PeriodParts(year, 0, number, 0, 0, 0);
      case 'Q' -> new PeriodParts(year, 0, 0, number, 0, 0);
      default -> {
        int day = text.length() > 7 ? Integer.parseInt(text.substring(8)) : 0;
        yield ofDay(year, Integer.parseInt(text.substring(5, 7)), day);
      }
    };
  }

  /** Both together, or empty where they contradict each other. */
  Optional<PeriodParts> and(PeriodParts other) {
    boolean apart =
        apart(year, other.year)
            || apart(until, other.until)
            || apart(semester, other.semester)
            || apart(quarter, other.quarter)
            || apart(month, other.month)
            || apart(day, other.day);
    PeriodParts both =
        new PeriodParts(
            Math.max(year, other.year),
            Math.max(until, other.until),
            Math.max(semester, other.semester),
            Math.max(quarter, other.quarter),
            Math.max(month, other.month),
            Math.max(day, other.day));
    return apart || !both.isSound() ? Optional.empty() : Optional.of(both);
  }

  /** What the other adds where it contradicts: at most the year. */
  PeriodParts withYearOf(PeriodParts other) {
    return year > 0 ? this : new PeriodParts(other.year, until, semester, quarter, month, day);
  }

  private static boolean apart(int one, int other) {
    return one != 0 && other != 0 && one != other;
  }

  /** A month lies in its quarter and its semester, a quarter in its semester. */
  private boolean isSound() {
    int quarterOfMonth = (month + 2) / 3;
    int known = month > 0 ? quarterOfMonth : quarter;
    int semesterOfQuarter = (known + 1) / 2;
    boolean finer = semester + quarter + month + day > 0;
    return !apart(quarter, quarterOfMonth)
        && !apart(semester, semesterOfQuarter)
        && !(until > 0 && finer);
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** The finest period that the parts make; empty where a part is missing. */
  Optional<Period> period() {
    if (year == 0 || (day > 0 && month == 0)) {
      return Optional.empty();
    }
    return Period.parse(text());
  }

  /** The finest period, its year taken from the other one if there is only one that fits. */
  Optional<Period> completed(@Nullable Period within) {
    if (year > 0 || within == null) {
      return period();
    }
    // "Semester I" of a school year begins in July, that of a calendar year in January.
    boolean calendar = within.text().indexOf('/') < 0;
    if (!calendar && (semester > 0 || quarter > 0)) {
      return Optional.empty();
    }
    List<Period> fitting =
        IntStream.rangeClosed(within.start().getYear(), within.end().getYear())
            .mapToObj(one -> withYearOf(ofYear(one)).period())
            .flatMap(Optional::stream)
            .filter(
                one -> !one.start().isBefore(within.start()) && !one.end().isAfter(within.end()))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The first month, quarter, semester or day of the same year; none of a whole year. */
  PeriodParts firstOfItsYear() {
    boolean whole = semester + quarter + month + day == 0;
    return whole
        ? NONE
        : new PeriodParts(
            year, 0, semester > 0 ? 1 : 0, quarter > 0 ? 1 : 0, month > 0 ? 1 : 0, day > 0 ? 1 : 0);
  }

  /** Whether both are months, or both are years, and so on. */
  boolean isLike(PeriodParts other) {
    return (until > 0) == (other.until > 0)
        && (semester > 0) == (other.semester > 0)
        && (quarter > 0) == (other.quarter > 0)
        && (month > 0) == (other.month > 0)
        && (day > 0) == (other.day > 0);
  }

  private String text() {
    String start = String.format(Locale.ROOT, "%04d", year);
    if (until > 0) {
      return start + "/" + until;
    }
    if (day > 0) {
      return String.format(Locale.ROOT, "%s-%02d-%02d", start, month, day);
    }
    if (month > 0) {
      return String.format(Locale.ROOT, "%s-%02d", start, month);
    }
    if (quarter > 0) {
      return start + "-Q" + quarter;
    }
    return semester > 0 ? start + "-S" + semester : start;
  }

  /** For messages, also where it is no whole period: {@code ????-03}. */
  String shown() {
    if (year > 0 && (day == 0 || month > 0)) {
      return text();
    }
    PeriodParts guess = new PeriodParts(9999, until, semester, quarter, month, day);
    return day > 0 && month == 0 ? "????-??-" + day : guess.text().replace("9999", "????");
  }
}
