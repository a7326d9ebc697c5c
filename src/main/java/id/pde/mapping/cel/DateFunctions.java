package id.pde.mapping.cel;

import static id.pde.mapping.cel.ValueKind.BOOLEAN;
import static id.pde.mapping.cel.ValueKind.DATE;
import static id.pde.mapping.cel.ValueKind.INTEGER;
import static id.pde.mapping.cel.ValueKind.TEXT;
import static id.pde.mapping.cel.ValueKind.TIMESTAMP;

import dev.cel.common.exceptions.CelBadFormatException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import id.pde.model.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Dates and periods. */
final class DateFunctions {

  private final List<Function> all = new ArrayList<>();

  private DateFunctions() {}

  /**
   * @param zone in which a timestamp falls on a day
   */
  static List<Function> all(ZoneId zone) {
    DateFunctions functions = new DateFunctions();
    functions.comparisons();
    functions.calendar(zone);
    functions.conversions(zone);
    return functions.all;
  }

  private void comparisons() {
    comparison("_<_", sign -> sign < 0);
    comparison("_<=_", sign -> sign <= 0);
    comparison("_>_", sign -> sign > 0);
    comparison("_>=_", sign -> sign >= 0);
    List<ValueKind> two = List.of(DATE, DATE);
    add("min", DATE, two, days -> day(days[0]).isAfter(day(days[1])) ? days[1] : days[0]);
    add("max", DATE, two, days -> day(days[0]).isBefore(day(days[1])) ? days[1] : days[0]);
  }

  private void calendar(ZoneId zone) {
    List<ValueKind> two = List.of(DATE, DATE);
    add("age", INTEGER, two, days -> ChronoUnit.YEARS.between(day(days[0]), day(days[1])));
    add("days_between", INTEGER, two, days -> ChronoUnit.DAYS.between(day(days[0]), day(days[1])));
    List<ValueKind> step = List.of(DATE, INTEGER);
    add("add_days", DATE, step, by -> within(() -> day(by[0]).plusDays((Long) by[1])));
    add("add_months", DATE, step, by -> within(() -> day(by[0]).plusMonths((Long) by[1])));
    part("year", zone, LocalDate::getYear);
    part("month", zone, LocalDate::getMonthValue);
    part("day", zone, LocalDate::getDayOfMonth);
    List<ValueKind> moment = List.of(TIMESTAMP);
    add("hour", INTEGER, moment, one -> (long) ((Instant) one[0]).atZone(zone).getHour());
  }

  private void conversions(ZoneId zone) {
    add("date", DATE, List.of(TEXT), one -> read((String) one[0]));
    add("date", DATE, List.of(TIMESTAMP), one -> day(one[0], zone));
    add("period_start", DATE, List.of(TEXT), one -> period((String) one[0]).start());
    add("period_end", DATE, List.of(TEXT), one -> period((String) one[0]).end());
  }

  /** A day as yyyy-MM-dd. */
  static LocalDate read(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException notADay) {
      throw new CelBadFormatException(notADay);
    }
  }

  /** A period in its canonical form. */
  static Period period(String text) {
    return Period.parse(text)
        .orElseThrow(() -> new CelBadFormatException("this text is not a period"));
  }

  private static LocalDate within(Supplier<LocalDate> sum) {
    try {
      return sum.get();
    } catch (DateTimeException | ArithmeticException beyond) {
      throw new CelNumericOverflowException(beyond);
    }
  }

  private void add(String name, ValueKind result, List<ValueKind> arguments, Function.Body body) {
    all.add(Function.of(name, result, arguments, body));
  }

  private void comparison(String name, IntPredicate holds) {
    add(
        name,
        BOOLEAN,
        List.of(DATE, DATE),
        days -> holds.test(day(days[0]).compareTo(day(days[1]))));
  }

  /** Of a date, and of the day on which a timestamp falls. */
  private void part(String name, ZoneId zone, ToIntFunction<LocalDate> part) {
    add(name, INTEGER, List.of(DATE), one -> (long) part.applyAsInt(day(one[0])));
    add(name, INTEGER, List.of(TIMESTAMP), one -> (long) part.applyAsInt(day(one[0], zone)));
  }

  private static LocalDate day(Object moment, ZoneId zone) {
    return ((Instant) moment).atZone(zone).toLocalDate();
  }

  private static LocalDate day(Object value) {
    return (LocalDate) value;
  }
}
