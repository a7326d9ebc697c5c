package id.pde.schedule.expect;

import id.pde.mapping.Expectation;
import id.pde.model.Period;
import id.pde.run.Submissions.Submission;
import java.time.LocalDate;
import java.util.List;

/** Periods that a load at some day is about, and those that have none that was accepted. Pure. */
public final class WantedPeriods {

  private WantedPeriods() {}

  /** The last one that was over on a day. */
  public static Period before(LocalDate day, Expectation.Every every) {
    LocalDate last = ExpectedPeriods.containing(day, every).start().minusDays(1);
    return ExpectedPeriods.containing(last, every);
  }

  /** Whether periods are made of it at all. */
  public static boolean arePeriods(Expectation.Every every) {
    return ExpectedPeriods.isOnBoard(every);
  }

  /** Whether a load that stands covers a period. */
  public static boolean isAccepted(Period period, List<Submission> submissions) {
    return submissions.stream()
        .filter(submission -> submission.outcome().publishes())
        .map(Submission::period)
        .anyMatch(
            given -> !given.start().isAfter(period.start()) && !given.end().isBefore(period.end()));
  }

  /** Those that are over and expected and have none, the oldest first. */
  public static List<Period> missing(
      Board board, Expectation expected, List<Submission> submissions, int periods) {
    return board.of(expected, submissions, periods).stream()
        .filter(place -> place.period().end().isBefore(board.today()))
        .filter(
            place ->
                place.state() != Board.State.ACCEPTED && place.state() != Board.State.NOT_EXPECTED)
        .map(Board.Place::period)
        .toList();
  }
}
