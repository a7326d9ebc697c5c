package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Kept;
import id.pde.schedule.expect.HolidayFile;
import id.pde.schedule.expect.Holidays;
import id.pde.schedule.keep.FireDecisions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of fires against a table made by hand, and against a calculation that shares no code. */
class SimulatedYearTest {

  private static final Holidays HOLIDAYS = HolidayFile.read(Path.of("mappings")).holidays();
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  static List<HandTable.Told> told() {
    return HandTable.read();
  }

  static Stream<String> rulesOfDays() {
    List<String> days =
        List.of(
            "days=daily",
            "days=working",
            "days=mon,thu",
            "days=sat,sun",
            "monthly=1",
            "monthly=15",
            "monthly=30",
            "monthly=last",
            "nth-working=1",
            "nth-working=5",
            "nth-working=20",
            "nth-working=23");
    List<String> policies =
        List.of(
            "", "&on-holiday=run", "&on-holiday=skip", "&on-holiday=next", "&on-holiday=previous");
    List<String> zones =
        List.of("Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
    List<String> times = List.of("00:00", "01:30", "02:15", "23:59");
    // Everything in the city's zone, every kind of day in the others.
    return days.stream()
        .flatMap(
            day ->
                policies.stream()
                    .flatMap(
                        policy ->
                            (policy.isEmpty() ? zones : zones.subList(0, 1))
                                .stream()
                                    .map(
                                        zone ->
                                            "at="
                                                + times.get(
                                                    Math.floorMod(
                                                        (day + policy + zone).hashCode(), 4))
                                                + "&"
                                                + day
                                                + "&zone="
                                                + zone
                                                + policy)));
  }

  @ParameterizedTest
  @MethodSource("told")
  void firesAreThoseOfTheTable(HandTable.Told told) {
    Schedule schedule = RuleReader.written("x", told.rule());

    List<Instant> fires =
        year(schedule).stream()
            .filter(fire -> told.months().contains(YearMonth.from(fire.atZone(schedule.zone()))))
            .toList();

    assertThat(fires).containsExactlyElementsOf(told.fires());
  }

  @ParameterizedTest
  @MethodSource("rulesOfDays")
  void firesOfAYearAreThoseOfAPatientPerson(String rule) {
    Schedule schedule = RuleReader.written("x", rule);
    List<Instant> expected =
        new MinuteByMinute(RuleReader.options(rule), HOLIDAYS.days().keySet())
            .fires(JANUARY, DECEMBER);

    assertThat(year(schedule)).containsExactlyElementsOf(expected);
  }

  /** A server that is never off fires exactly what the preview shows, none twice. */
  @ParameterizedTest
  @MethodSource("told")
  void aClockThatPassesAYearFiresWhatThePreviewShows(HandTable.Told told) {
    Schedule schedule = RuleReader.written("x", told.rule());
    Instant clock = start(schedule.zone());
    Instant end = end(schedule.zone());
    Instant settled = clock;
    List<Instant> fired = new ArrayList<>();
    while (clock.isBefore(end)) {
      clock = clock.plusSeconds(30);
      Kept kept = new Kept("x", told.rule(), told.rule(), false, List.of(), null, settled);
      Decision decision =
          FireDecisions.decide(schedule, HOLIDAYS, new Standing(kept, List.of()), clock);
      settled = decision.until();
      assertThat(decision.left()).isEmpty();
      decision.asks().stream().map(Ask::planned).forEach(fired::add);
      // Most of a year is waiting.
      Instant next = NextFires.after(schedule, HOLIDAYS, clock).orElse(end);
      Duration rest = Duration.between(clock, next).minusSeconds(45);
      clock = rest.isNegative() ? clock : clock.plus(rest);
    }
    assertThat(fired).containsExactlyElementsOf(year(schedule));
  }

  @Test
  void hourlyCronsGoByWhatPassesAndNamedHoursByTheCivilDay() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Map<String, List<Integer>> counts =
        Map.of(
            "0 0 * * * ?", List.of(24, 23, 25),
            "0 0/30 * * * ?", List.of(48, 46, 50),
            "0 30 2 * * ?", List.of(1, 1, 1),
            "0 0/30 1-3 * * ?", List.of(6, 4, 6));
    counts.forEach(
        (cron, wanted) -> {
          Schedule schedule = new Schedule("x", new Schedule.Timing.Cron(cron), berlin);
          for (int i = 0; i < 3; i++) {
            var day =
                java.time.LocalDate.parse(List.of("2026-03-28", "2026-03-29", "2026-10-25").get(i));
            Instant from = day.atStartOfDay(berlin).toInstant().minusMillis(1);
            Instant until = day.plusDays(1).atStartOfDay(berlin).toInstant();
            long fires =
                NextFires.preview(schedule, from, 60).stream()
                    .filter(fire -> fire.isBefore(until))
                    .distinct()
                    .count();
            assertThat(fires).as(cron + " on " + day).isEqualTo((long) wanted.get(i));
          }
        });
  }

  private static List<Instant> year(Schedule schedule) {
    Instant end = end(schedule.zone());
    return NextFires.preview(schedule, HOLIDAYS, start(schedule.zone()), 400).stream()
        .filter(fire -> fire.isBefore(end))
        .toList();
  }

  private static Instant start(ZoneId zone) {
    return JANUARY.atDay(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  private static Instant end(ZoneId zone) {
    return DECEMBER.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
