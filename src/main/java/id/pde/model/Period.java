package id.pde.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The span that data speak of, in its canonical form: 2024, 2024-S2, 2024-Q1, 2024-03, 2024-03-31,
 * or a school year 2024/2025. A run whose rows differ has the span from the first to the last of
 * their periods: 2022-Q4..2023-Q4; such a text is shown and never read.
 */
public record Period(String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?))?|\\d{4}/\\d{4}");

  private static final String TO = "..";

  /** The period in its canonical form, or empty where the text is not one. */
  public static Optional<Period> parse(String text) {
    String tidy = text.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(tidy).matches()) {
      return Optional.empty();
    }
    Period period = new Period(tidy);
    if (tidy.indexOf('/') > 0 && year(tidy.substring(5)) != year(tidy) + 1) {
      return Optional.empty();
    }
    try {
      period.start();
      return Optional.of(period);
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** From the beginning of one to the end of the other; the same one where both are equal. */
  public static Period span(Period first, Period last) {
    return first.equals(last) ? first : new Period(first.text() + TO + last.text());
  }

  /** The first day. */
  public LocalDate start() {
    int to = text.indexOf(TO);
    return bounds(to < 0 ? text : text.substring(0, to)).start();
  }

  /** The last day. */
  public LocalDate end() {
    int to = text.indexOf(TO);
    return bounds(to < 0 ? text : text.substring(to + TO.length())).end();
  }

  private record Bounds(LocalDate start, LocalDate end) {}

  private static Bounds bounds(String text) {
    int year = year(text);
    if (text.length() == 4) {
      return months(YearMonth.of(year, 1), 12);
    }
    if (text.indexOf('/') > 0) {
      // A school year begins in July.
      return months(YearMonth.of(year, 7), 12);
    }
    int number = text.charAt(6) - '0';
    if (text.charAt(5) == 'S') {
      return months(YearMonth.of(year, 6 * number - 5), 6);
    }
    if (text.charAt(5) == 'Q') {
      return months(YearMonth.of(year, 3 * number - 2), 3);
    }
    if (text.length() == 7) {
      return months(YearMonth.parse(text), 1);
    }
    LocalDate day = LocalDate.parse(text);
    return new Bounds(day, day);
  }

  private static Bounds months(YearMonth first, int count) {
    return new Bounds(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  private static int year(String text) {
    return Integer.parseInt(text.substring(0, 4));
  }
}
