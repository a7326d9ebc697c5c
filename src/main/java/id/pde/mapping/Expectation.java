package id.pde.mapping;

import id.pde.model.Period;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code expected} says: how often a dataset is due, and on which day after its period.
 *
 * @param since the first period that is expected; null: the first one that came
 */
public record Expectation(Every every, Due due, @Nullable Period since) {

  /** How often; those that periods are made of are on the board of submissions. */
  public enum Every {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    SEMESTER,
    YEAR,
    SCHOOL_YEAR
  }

  /**
   * The last day on which a delivery is in time.
   *
   * @param number the n-th day after the end of the period
   */
  public record Due(int number, Kind kind) {

    /** Whichever day of the week it is: the last day of the period itself. */
    public static final Due AT_ONCE = new Due(1, Kind.DAY);

    /** What is counted. */
    public enum Kind {
      DAY,
      /** Monday to Friday without holidays. */
      WORKING_DAY
    }
  }

  private static final Pattern DUE = Pattern.compile("(working-day|day) (\\d{1,3})");

  static final Map<String, Every> WORDS =
      Map.of(
          "hour", Every.HOUR,
          "day", Every.DAY,
          "week", Every.WEEK,
          "month", Every.MONTH,
          "quarter", Every.QUARTER,
          "semester", Every.SEMESTER,
          "year", Every.YEAR,
          "school-year", Every.SCHOOL_YEAR);

  /** What a mapping expects; empty: nothing, or what cannot be used, which is a fault of it. */
  public static Optional<Expectation> of(Described.Expected written) {
    Every every = written.every() == null ? null : WORDS.get(written.every());
    Optional<Due> due = written.due() == null ? Optional.of(Due.AT_ONCE) : due(written.due());
    Period since = written.since() == null ? null : Period.parse(written.since()).orElse(null);
    return every == null || due.isEmpty()
        ? Optional.empty()
        : Optional.of(new Expectation(every, due.get(), since));
  }

  /** {@code working-day 5}, {@code day 10}; empty: it is no such day. */
  static Optional<Due> due(String text) {
    Matcher matcher = DUE.matcher(text.strip());
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    Due.Kind kind = matcher.group(1).equals("day") ? Due.Kind.DAY : Due.Kind.WORKING_DAY;
    return Optional.of(new Due(Integer.parseInt(matcher.group(2)), kind));
  }
}
