package id.pde.schedule.expect;

import id.pde.mapping.Expectation;
import id.pde.model.Period;
import id.pde.run.Submissions.Submission;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The board of submissions: every period of a dataset with what came of it. Pure.
 *
 * @param today the day on which it is looked at
 * @param zone of the days of deliveries
 */
public record Board(LocalDate today, ZoneId zone, Holidays holidays) {

  /** So many working days before the last day it is due soon. */
  public static final int SOON = 3;

  /** What became of a period. */
  public enum State {
    NOT_EXPECTED,
    PENDING,
    DUE_SOON,
    LATE,
    /** It is here and waits: for approval, for a mapping, for PDE. */
    RECEIVED,
    /** It was refused and is to come again. */
    RETURNED,
    ACCEPTED;

    /** As scripts read it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A period of a dataset.
   *
   * @param due the last day to be in time
   * @param run that decided the state; null: none
   * @param on the day of that run; null: none
   * @param daysLate so many days after the last one it came, or has not come yet; 0: in time
   */
  public record Place(
      Period period,
      LocalDate due,
      State state,
      @Nullable Long run,
      @Nullable LocalDate on,
      long daysLate) {}

  /** Whether a dataset can be on it. */
  public static boolean shows(Expectation expected) {
    return ExpectedPeriods.isOnBoard(expected.every());
  }

  /**
   * The last periods of a dataset, the oldest first.
   *
   * @param submissions of the dataset, in the order of their runs
   */
  public List<Place> of(Expectation expected, List<Submission> submissions, int periods) {
    List<Spoken> spoken = submissions.stream().map(Spoken::of).toList();
    LocalDate since = since(expected, spoken);
    List<Place> places = new ArrayList<>();
    for (Period period : ExpectedPeriods.until(today, expected.every(), periods)) {
      places.add(place(period, expected, since, spoken));
    }
    return places;
  }

  /** Nothing is missed before the first one that came. */
  private LocalDate since(Expectation expected, List<Spoken> submissions) {
    Period since = expected.since();
    return since != null
        ? since.start()
        : submissions.stream().map(Spoken::start).min(Comparator.naturalOrder()).orElse(today);
  }

  private Place place(
      Period period, Expectation expected, LocalDate since, List<Spoken> submissions) {
    LocalDate due = ExpectedPeriods.due(period, expected, holidays);
    LocalDate start = period.start();
    LocalDate end = period.end();
    List<Submission> of =
        submissions.stream().filter(one -> one.of(start, end)).map(Spoken::submission).toList();
    Optional<Submission> accepted =
        of.stream().filter(submission -> submission.outcome().publishes()).findFirst();
    if (accepted.isPresent()) {
      return decided(period, due, State.ACCEPTED, accepted.get());
    }
    if (!of.isEmpty()) {
      Submission last = of.get(of.size() - 1);
      State state =
          switch (last.outcome()) {
            case REFUSED -> State.RETURNED;
            case WAITING, FAILED, DUPLICATE, LOADED, LOADED_WITH_REJECTS -> State.RECEIVED;
          };
      return decided(period, due, state, last);
    }
    if (period.end().isBefore(since)) {
      return new Place(period, due, State.NOT_EXPECTED, null, null, 0);
    }
    if (today.isAfter(due)) {
      return new Place(period, due, State.LATE, null, null, days(due, today));
    }
    boolean soon = !today.isBefore(period.end()) && !holidays.workingDay(today, SOON).isBefore(due);
    return new Place(period, due, soon ? State.DUE_SOON : State.PENDING, null, null, 0);
  }

  private Place decided(Period period, LocalDate due, State state, Submission by) {
    LocalDate on = by.at().atZone(zone).toLocalDate();
    return new Place(period, due, state, by.run(), on, days(due, on));
  }

  private static long days(LocalDate due, LocalDate on) {
    return Math.max(0, on.toEpochDay() - due.toEpochDay());
  }

  /** A submission with the days of its period, which are read out of its text only once. */
  private record Spoken(Submission submission, LocalDate start, LocalDate end) {

    static Spoken of(Submission submission) {
      return new Spoken(submission, submission.period().start(), submission.period().end());
    }

    /** A delivery may speak of several periods at once. */
    boolean of(LocalDate first, LocalDate last) {
      return !start.isAfter(first) && !end.isBefore(last);
    }
  }
}
