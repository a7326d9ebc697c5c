package id.pde.schedule.expect;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Described;
import id.pde.mapping.Expectation;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.run.Submissions.Submission;
import id.pde.schedule.expect.Board.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardTest {

  private static final Holidays HOLIDAYS =
      new Holidays(Map.of(LocalDate.parse("2026-01-01"), "Tahun Baru"));

  private static Expectation expected(String every, @Nullable String due, @Nullable String since) {
    return Expectation.of(new Described.Expected(every, due, since)).orElseThrow();
  }

  private static Submission run(long run, String period, RunOutcome outcome, String at) {
    return new Submission("a/b", run, new Period(period), outcome, Instant.parse(at));
  }

  private static List<String> board(String today, Expectation expected, Submission... runs) {
    Board board = new Board(LocalDate.parse(today), ZoneId.of("Asia/Jakarta"), HOLIDAYS);
    return board.of(expected, List.of(runs), 3).stream().map(BoardTest::shown).toList();
  }

  private static String shown(Place place) {
    return place.period().text()
        + " "
        + place.due()
        + " "
        + place.state().code()
        + (place.daysLate() == 0 ? "" : " " + place.daysLate())
        + (place.run() == null ? "" : " run " + place.run());
  }

  @Test
  void tellsWhatCameOfEveryPeriod() {
    assertThat(
            board(
                "2026-02-11",
                expected("month", "working-day 5", "2025-12"),
                run(1, "2025-12", RunOutcome.REFUSED, "2026-01-05T03:00:00Z"),
                run(2, "2025-12", RunOutcome.LOADED_WITH_REJECTS, "2026-01-10T03:00:00Z"),
                run(3, "2026-01", RunOutcome.REFUSED, "2026-02-03T03:00:00Z")))
        .containsExactly(
            // The first working day of 2026 is Friday the 2nd.
            "2025-12 2026-01-08 accepted 2 run 2",
            "2026-01 2026-02-06 returned run 3",
            "2026-02 2026-03-06 pending");
  }

  @Test
  void aPeriodIsNotExpectedBeforeTheFirst() {
    assertThat(board("2026-02-11", expected("month", "day 10", "2026-01")))
        .containsExactly(
            "2025-12 2026-01-10 not_expected",
            "2026-01 2026-02-10 late 1",
            "2026-02 2026-03-10 pending");
    assertThat(
            board(
                "2026-02-11",
                expected("month", "day 10", null),
                run(7, "2026-01", RunOutcome.WAITING, "2026-02-09T18:30:00Z")))
        .as("without since, nothing is missed before the first one that came")
        .containsExactly(
            "2025-12 2026-01-10 not_expected",
            "2026-01 2026-02-10 received run 7",
            "2026-02 2026-03-10 pending");
    assertThat(board("2026-02-11", expected("month", "day 10", null)))
        .containsExactly(
            "2025-12 2026-01-10 not_expected",
            "2026-01 2026-02-10 not_expected",
            "2026-02 2026-03-10 pending");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, due_soon",
    "2026-01-30, pending",
    "2026-02-03, due_soon",
    "2026-02-04, late 1",
  })
  void isDueSoonThreeWorkingDaysBefore(String today, String state) {
    assertThat(board(today, expected("month", "day 3", "2026-01")))
        .anyMatch(place -> place.startsWith("2026-01 2026-02-03 " + state));
  }

  @Test
  void oneDeliveryMaySpeakOfSeveralPeriods() {
    assertThat(
            board(
                "2026-03-20",
                expected("month", "day 5", "2026-01"),
                run(4, "2026-01..2026-03", RunOutcome.LOADED, "2026-03-20T01:00:00Z")))
        .containsExactly(
            "2026-01 2026-02-05 accepted 43 run 4",
            "2026-02 2026-03-05 accepted 15 run 4",
            "2026-03 2026-04-05 accepted run 4");
  }

  @ParameterizedTest
  @CsvSource({
    "day, 2026-02-11, 2026-02-09 2026-02-10 2026-02-11",
    "month, 2026-02-28, 2025-12 2026-01 2026-02",
    "quarter, 2026-02-11, 2025-Q3 2025-Q4 2026-Q1",
    "semester, 2026-08-01, 2025-S2 2026-S1 2026-S2",
    "year, 2026-08-01, 2024 2025 2026",
    "school-year, 2026-06-30, 2023/2024 2024/2025 2025/2026",
    "school-year, 2026-07-01, 2024/2025 2025/2026 2026/2027",
  })
  void periodsFollowEachOtherWithoutGaps(String every, String today, String periods) {
    assertThat(board(today, expected(every, null, null)))
        .extracting(place -> place.split(" ", -1)[0])
        .containsExactly(periods.split(" ", -1));
  }

  @Test
  void hoursAndWeeksAreNoPeriods() {
    assertThat(Board.shows(expected("week", null, null))).isFalse();
    assertThat(Board.shows(expected("hour", null, null))).isFalse();
    assertThat(Expectation.of(new Described.Expected("monthly", null, null))).isEmpty();
    assertThat(Expectation.of(new Described.Expected("month", "working-day 0", null))).isEmpty();
    assertThat(Expectation.of(new Described.Expected(null, "day 3", null))).isEmpty();
  }
}
