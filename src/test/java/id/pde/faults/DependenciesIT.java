package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.SchedulingNode.Setup;
import id.pde.faults.SchedulingNode.Work;
import id.pde.run.MappingFiles;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.schedule.keep.Dependencies;
import id.pde.source.codes.CodeListCsv;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresSubmissions;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that wait for a dataset of the same period. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DependenciesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Each month; the period that was over on the fifth of March is February. */
  private static final String RULE = "at=05:00&monthly=5&zone=Asia/Jakarta&after=dkupp/harga";

  private static final Instant MARCH = Instant.parse("2026-03-04T22:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-04T22:00:00Z");

  @TempDir private Path root;

  private final SettableClock clock = new SettableClock(MARCH.minusSeconds(9));
  private final ScheduleRecords records = new PostgresScheduleRecords(database::connections);

  @Test
  void waitsForThePeriodSaysSoAndGivesUpWhenItsNextTimeComes() throws Exception {
    PriceTable table = new PriceTable(root, database);
    table.begin();
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping, Files.readString(mapping) + "expected: {every: month, due: day 10}\n");
    MappingFiles mappings = new MappingFiles(root.resolve("mappings"), new CodeListCsv());
    Dependencies gate =
        new Dependencies(mappings, () -> new PostgresSubmissions(database.connections()));
    try (SchedulingNode node =
        new SchedulingNode(
            "a",
            database::connections,
            clock,
            new Setup(Duration.ofSeconds(30), List.of(), gate))) {
      node.bring("rekap", RULE, Work.DONE);
      node.beat();
      clock.set(MARCH);
      node.beat();
      assertThat(why()).containsExactly("dataset dkupp/harga 2026-02");
      table.load("jan.csv", rows(1), "--period", "2026-01");
      clock.set(APRIL);
      node.beat();
      assertThat(why())
          .containsExactly("dataset dkupp/harga 2026-03", "never_came dkupp/harga 2026-02");
      assertThat(node.worked()).isEmpty();

      assertThat(table.load("mar.csv", rows(3), "--period", "2026-03").code()).isZero();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (node.worked().isEmpty() && System.nanoTime() < deadline) {
        node.beat();
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(node.worked()).containsExactly("rekap " + APRIL);
    }
  }

  private List<String> why() {
    return records.fires("rekap", 9).stream()
        .map(PastFire::state)
        .map(state -> String.valueOf(state.why()))
        .toList();
  }

  private static byte[] rows(int price) {
    return ("Kode;Nama;Harga\na;x;" + price + "\n").getBytes(UTF_8);
  }
}
