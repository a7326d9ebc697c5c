package id.pde.schedule.expect;

import id.pde.mapping.Expectation;
import id.pde.mapping.Expectation.Due;
import id.pde.mapping.Expectation.Every;
import id.pde.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The periods that are expected of a dataset, and the last day of each to be in time. */
final class ExpectedPeriods {

  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int HALF_A_YEAR = 6;

  private ExpectedPeriods() {}

  /** Whether a board can tell periods of this kind apart. */
  static boolean isOnBoard(Every every) {
    return every != Every.HOUR && every != Every.WEEK;
  }

  /** The last periods that began before or on a day, the oldest first. */
  static List<Period> until(LocalDate day, Every every, int number) {
    List<Period> periods = new ArrayList<>();
    LocalDate at = day;
    for (int i = 0; i < number; i++) {
      Period period = containing(at, every);
      periods.add(period);
      at = period.start().minusDays(1);
    }
    Collections.reverse(periods);
    return periods;
  }

  static Period containing(LocalDate day, Every every) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return new Period(
        switch (every) {
          case DAY -> day.toString();
          case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, month);
          case QUARTER -> year + "-Q" + ((month - 1) / MONTHS_OF_A_QUARTER + 1);
          case SEMESTER -> year + "-S" + ((month - 1) / HALF_A_YEAR + 1);
          case YEAR -> String.format(Locale.ROOT, "%04d", year);
          // It begins in July.
          case SCHOOL_YEAR ->
              month > HALF_A_YEAR ? year + "/" + (year + 1) : (year - 1) + "/" + year;
          case HOUR, WEEK -> throw new IllegalArgumentException("no periods are made of these");
        });
  }

  /** The last day on which a delivery of a period is in time. */
  static LocalDate due(Period period, Expectation expected, Holidays holidays) {
    Due due = expected.due();
    return switch (due.kind()) {
      case DAY -> period.end().plusDays(due.number());
      case WORKING_DAY -> holidays.workingDay(period.end(), due.number());
    };
  }
}
