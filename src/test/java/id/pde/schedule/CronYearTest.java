package id.pde.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.schedule.expect.Holidays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year of fires of cron expressions against a calculation that shares no code. */
class CronYearTest {

  private static final int YEAR = 2026;

  static Stream<String> rules() {
    List<String> crons =
        List.of(
            "0 30 2 * * ?",
            "0 0/30 1-3 * * ?",
            "15,45 5 0,2,23 ? * MON-FRI",
            "0 15 2 ? * SUN",
            "0 0 6 ? * FRI-MON",
            "0 0 6 L * ?",
            "0 0 6 LW * ?",
            "0 10 2 1W * ?",
            "0 10 2 15W * ?",
            "0 0 23 ? * 6#3",
            "0 0 1 ? * 1L",
            "0 45 2 29,30,31 1-3,10-12 ?",
            "0 0 3 1/10 FEB,MAR,OCT ?",
            "0 20 * * * ?",
            "0 0/45 * ? * SAT,SUN",
            "30 0 * 25-31 3,4,10 ?");
    List<String> zones =
        List.of("Asia/Jakarta", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
    return crons.stream()
        .flatMap(
            cron ->
                Stream.concat(
                    zones.stream().map(zone -> "cron=" + cron + "&zone=" + zone),
                    Stream.of("cron=" + cron + "&zone=Asia/Jakarta&on-holiday=skip")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void firesOfAYearAreThoseOfAPatientPerson(String rule) throws IOException {
    Map<String, String> options =
        Stream.of(rule.split("&", -1))
            .collect(
                Collectors.toMap(
                    option -> option.substring(0, option.indexOf('=')),
                    option -> option.substring(option.indexOf('=') + 1)));
    ZoneId zone = ZoneId.of(options.getOrDefault("zone", ""));
    Set<LocalDate> holidays = holidays();
    Set<LocalDate> closed = options.containsKey("on-holiday") ? holidays : Set.of();
    List<Instant> expected =
        new CronMinutes(CronByHand.of(options.getOrDefault("cron", "")), zone, closed).year(YEAR);

    assertThat(expected).hasSizeGreaterThan(8);
    assertThat(fires(RuleReader.written("x", rule), known(holidays), zone))
        .containsExactlyElementsOf(expected);
  }

  private static List<Instant> fires(Schedule schedule, Holidays holidays, ZoneId zone) {
    Instant end = LocalDate.of(YEAR + 1, 1, 1).atStartOfDay(zone).toInstant();
    List<Instant> fires = new ArrayList<>();
    Instant since = LocalDate.of(YEAR, 1, 1).atStartOfDay(zone).toInstant().minusNanos(1);
    Optional<Instant> next = NextFires.after(schedule, holidays, since);
    while (next.isPresent() && next.get().isBefore(end)) {
      fires.add(next.get());
      next = NextFires.after(schedule, holidays, next.get());
    }
    return fires;
  }

  private static Holidays known(Set<LocalDate> days) {
    return new Holidays(days.stream().collect(Collectors.toMap(day -> day, LocalDate::toString)));
  }

  /** As the file has them, read by eye. */
  static Set<LocalDate> holidays() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("mappings", "holidays.csv"))) {
      return lines
          .filter(line -> line.startsWith("20"))
          .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
          .collect(Collectors.toSet());
    }
  }
}
