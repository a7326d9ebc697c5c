package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Kept;
import id.pde.schedule.expect.Holidays;
import id.pde.schedule.keep.FireDecisions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A year in which the server is off now and then: what happens of each policy is what a person
 * makes of the fires that were watched minute by minute, with no code of the product.
 */
class AbsentYearTest {

  /**
   * Off from, on again: short, over both changes of the clocks, for months, and for half a minute.
   */
  private static final List<Absence> ABSENCES =
      List.of(
          Absence.of("2026-01-10T01:00:00Z", "2026-01-12T09:00:00Z"),
          Absence.of("2026-02-16T00:00:00Z", "2026-02-17T00:00:01Z"),
          Absence.of("2026-03-28T12:00:00Z", "2026-03-30T12:00:00Z"),
          Absence.of("2026-04-09T19:29:59Z", "2026-04-09T19:30:30Z"),
          Absence.of("2026-05-01T00:00:00Z", "2026-08-03T00:30:30Z"),
          Absence.of("2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z"),
          Absence.of("2026-12-20T00:00:00Z", "2026-12-30T00:00:00Z"));

  private record Absence(Instant from, Instant until) {
    static Absence of(String from, String until) {
      return new Absence(Instant.parse(from), Instant.parse(until));
    }

    boolean covers(Instant fire) {
      return !fire.isBefore(from) && !fire.isAfter(until);
    }
  }

  static Stream<String> rules() {
    List<String> rules =
        List.of(
            "at=02:30&days=daily&zone=Asia/Jakarta",
            "at=02:30&days=daily&zone=Europe/Berlin",
            "at=02:15&days=daily&zone=Australia/Lord_Howe",
            "at=02:30&days=working&zone=Asia/Jakarta",
            "at=02:30&days=working&zone=Asia/Jakarta&on-holiday=next",
            "at=06:00&days=mon,thu&zone=Asia/Jakarta&on-holiday=previous",
            "at=06:00&monthly=last&zone=Asia/Jakarta&on-holiday=next",
            "at=06:00&nth-working=5&zone=Asia/Jakarta",
            "cron=0 30 2 * * ?&zone=Europe/Berlin",
            "cron=0 30 * * * ?&zone=Europe/Berlin",
            "cron=0 30 7-16 ? * MON-FRI&zone=Asia/Jakarta&on-holiday=skip");
    return rules.stream()
        .flatMap(
            rule -> Stream.of("once", "all", "skip").map(missed -> rule + "&missed=" + missed));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsMissedIsMadeGoodByPolicy(String rule) throws IOException {
    Map<String, String> options =
        Stream.of(rule.split("&", -1))
            .map(option -> option.split("=", 2))
            .collect(Collectors.toMap(option -> option[0], option -> option[1]));
    Set<LocalDate> holidays = CronYearTest.holidays();
    List<Instant> planned = planned(options, holidays);
    List<String> expected = byHand(planned, options.getOrDefault("missed", ""));

    assertThat(expected).hasSizeGreaterThan(8);
    assertThat(decided(rule, holidays, planned)).containsExactlyElementsOf(expected);
  }

  private static List<Instant> planned(Map<String, String> options, Set<LocalDate> holidays) {
    ZoneId zone = ZoneId.of(options.getOrDefault("zone", ""));
    String cron = options.get("cron");
    if (cron == null) {
      return new MinuteByMinute(options, holidays)
          .fires(YearMonth.of(2026, 1), YearMonth.of(2026, 12));
    }
    Set<LocalDate> closed = options.containsKey("on-holiday") ? holidays : Set.of();
    return new CronMinutes(CronByHand.of(cron), zone, closed).year(2026);
  }

  /** What the server makes of it: it looks at the moment of each fire, and when it is on again. */
  private static List<String> decided(String rule, Set<LocalDate> holidays, List<Instant> planned) {
    Schedule schedule = RuleReader.written("x", rule);
    Holidays known =
        new Holidays(holidays.stream().collect(Collectors.toMap(day -> day, LocalDate::toString)));
    List<Instant> looks =
        Stream.concat(
                planned.stream()
                    .filter(fire -> ABSENCES.stream().noneMatch(one -> one.covers(fire))),
                ABSENCES.stream().map(Absence::until))
            .sorted()
            .toList();
    List<String> told = new ArrayList<>();
    Instant settled =
        LocalDate.of(2026, 1, 1).atStartOfDay(schedule.zone()).toInstant().minusNanos(1);
    for (Instant look : looks) {
      Kept kept = new Kept("x", rule, rule, false, List.of(), null, settled);
      Decision decision =
          FireDecisions.decide(schedule, known, new Standing(kept, List.of()), look);
      settled = decision.until();
      decision.left().forEach(left -> told.add(left.number() + " left out until " + left.last()));
      decision.asks().forEach(ask -> told.add(ask.kind().code() + " " + ask.planned()));
    }
    return told;
  }

  private static List<String> byHand(List<Instant> planned, String policy) {
    List<String> told = new ArrayList<>();
    int next = 0;
    for (Absence absence : ABSENCES) {
      for (; next < planned.size() && planned.get(next).isBefore(absence.from()); next++) {
        told.add("planned " + planned.get(next));
      }
      int first = next;
      while (next < planned.size() && absence.covers(planned.get(next))) {
        next++;
      }
      afterwards(planned.subList(first, next), absence.until(), policy, told);
    }
    planned.subList(next, planned.size()).forEach(fire -> told.add("planned " + fire));
    return told;
  }

  private static void afterwards(
      List<Instant> missed, Instant back, String policy, List<String> told) {
    if (missed.isEmpty()) {
      return;
    }
    int made = 0;
    switch (policy) {
      case "all" -> made = Math.min(31, missed.size());
      case "once" -> made = 1;
      default -> made = kind(missed.get(missed.size() - 1), back).equals("planned") ? 1 : 0;
    }
    int left = missed.size() - made;
    if (left > 0) {
      told.add(left + " left out until " + missed.get(left - 1));
    }
    missed.subList(left, missed.size()).forEach(fire -> told.add(kind(fire, back) + " " + fire));
  }

  /** A minute late is on time. */
  private static String kind(Instant fire, Instant back) {
    return back.minus(Duration.ofMinutes(1)).isAfter(fire) ? "missed" : "planned";
  }
}
