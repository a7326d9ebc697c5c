package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one database and the same folders, their clocks twenty minutes apart, one killed
 * midway: each file and each fire once. With {@code -Dpde.evidence} 1,000 files and 200 schedules.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class TwoNodesIT {

  private static final boolean LONG = System.getProperty("pde.evidence") != null;
  private static final int AGENCIES = 4;
  private static final int FILES = LONG ? 250 : 25;
  private static final int SCHEDULES = LONG ? 200 : 20;
  private static final Duration PATIENCE = Duration.ofMinutes(LONG ? 10 : 4);
  private static final String CLAIMED = "FROM pde.run WHERE claim IS NOT NULL";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path folder;

  private SharedCity city;
  private final List<LivingNode> nodes = new ArrayList<>();

  @BeforeEach
  void name() {
    city = new SharedCity(folder, database, AGENCIES, FILES, SCHEDULES);
  }

  @Test
  void each_file_and_each_fire_once_though_one_is_killed() throws Exception {
    city.write();
    NodesReport report = new NodesReport(city);
    try (LivingNode first = city.start("first", List.of("-Dpde.clock.shift=PT10M"), Map.of());
        LivingNode second = city.start("second", List.of("-Dpde.clock.shift=-PT10M"), Map.of())) {
      nodes.addAll(List.of(first, second));
      await(() -> first.said("PDE is ready") && second.said("PDE is ready"));
      assertThat(city.count("SELECT count(*) FROM pde.node")).as(said()).isEqualTo(2);
      await(() -> ended() >= SCHEDULES / 10);
      city.drop();
      report.at("files dropped");
      await(() -> city.count("SELECT count(*) " + CLAIMED) >= FILES / 2);
      boolean firstWorks = works(first.pid());
      (firstWorks ? first : second).kill();
      report.at("one killed");
      LivingNode left = firstWorks ? second : first;
      await(() -> answered() >= (long) AGENCIES * FILES);
      report.at("files answered");
      await(() -> ended() >= SCHEDULES);
      report.at("fires ended");
      left.stop();
      assertThat(left.end()).as(left.all()).isEqualTo(143);
    }
    report.write();
    each_file_once();
    each_fire_once();
    // By the clock of the database, whatever the machines say.
    assertThat(
            city.count(
                "SELECT count(*) FROM pde.run WHERE started NOT BETWEEN now() - interval '9 minutes' - interval '"
                    + PATIENCE.toMinutes()
                    + " minutes' AND now()"))
        .isZero();
    try (var left = Files.list(folder.resolve("exchange").resolve("work").resolve("claims"))) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  private void each_file_once() throws SQLException {
    assertThat(city.rows("SELECT outcome, count(*) " + CLAIMED + " GROUP BY 1"))
        .isEqualTo(Map.of("loaded", (long) AGENCIES * FILES));
    for (int agency = 1; agency <= AGENCIES; agency++) {
      each_code_once("kotak" + agency, FILES);
      assertThat(city.overtaken(agency)).as("overtaken by what was sent later").isZero();
    }
  }

  private void each_fire_once() throws SQLException {
    assertThat(ended()).isEqualTo(SCHEDULES);
    assertThat(city.count("SELECT count(*) FROM pde.schedule_fire")).isEqualTo(SCHEDULES);
    // One that its server could not tell the end of is tried again, and finds its rows there.
    assertThat(
            city.rows(
                """
                SELECT outcome, count(*) FROM pde.schedule_fire
                 WHERE NOT (attempts = 2 AND outcome = 'duplicate') GROUP BY 1
                """))
        .containsOnlyKeys("loaded");
    each_code_once("jadwal", SCHEDULES);
    assertThat(
            city.rows(
                """
                SELECT outcome, count(*) FROM pde.run
                 WHERE mapping = 'd/jadwal' AND outcome <> 'duplicate' GROUP BY 1
                """))
        .isEqualTo(Map.of("loaded", (long) SCHEDULES));
  }

  private void each_code_once(String table, long number) throws SQLException {
    assertThat(city.count("SELECT count(*) FROM warehouse." + table)).as(table).isEqualTo(number);
    assertThat(city.count("SELECT count(DISTINCT kode) FROM warehouse." + table))
        .as(table)
        .isEqualTo(number);
  }

  @Test
  void a_server_with_an_archive_of_its_own_is_told_and_ends() throws Exception {
    // No fires that the other test would find in the database.
    city = new SharedCity(folder, database, AGENCIES, FILES, 0);
    city.write();
    try (LivingNode first = city.start("first", List.of(), Map.of())) {
      await(() -> first.said("PDE is ready"));
      Path own = folder.resolve("own");
      try (LivingNode second =
          city.start("second", List.of(), Map.of("PDE_ARCHIVE", own.toString()))) {
        assertThat(second.end()).as(second.all()).isEqualTo(2);
        assertThat(second.all())
            .contains("PDE_ARCHIVE: the archive of this server, " + own + ", is not the one")
            .contains(
                ":" + first.pid() + " uses on the same database: " + folder.resolve("archive"))
            .contains("let PDE_ARCHIVE of both servers name one shared folder");
      }
      try (LivingNode second =
          city.start("second", List.of(), Map.of("PDE_EXCHANGE", own.toString()))) {
        assertThat(second.end()).as(second.all()).isEqualTo(2);
        assertThat(second.all()).contains("PDE_EXCHANGE: the folder of inbox, outbox and work");
      }
      first.stop();
      assertThat(first.end()).isEqualTo(143);
    }
    // Nobody else is there now: a single server needs nothing extra.
    try (LivingNode alone =
        city.start("alone", List.of(), Map.of("PDE_ARCHIVE", "" + folder.resolve("x")))) {
      await(() -> alone.said("PDE is ready"));
      alone.stop();
      assertThat(alone.end()).as(alone.all()).isEqualTo(143);
    }
  }

  private long answered() throws SQLException {
    return city.count("SELECT count(*) " + CLAIMED + " AND answered");
  }

  private long ended() throws SQLException {
    return city.count("SELECT count(*) FROM pde.schedule_fire WHERE ended IS NOT NULL");
  }

  private String said() {
    return nodes.stream().map(LivingNode::all).collect(Collectors.joining("\n---\n"));
  }

  /** Whether the server with this process id has files of an agency under work. */
  private boolean works(long pid) throws SQLException {
    return city.count(
            "SELECT count(*) FROM pde.folder_lease JOIN pde.node USING (node) WHERE place LIKE '%:"
                + pid
                + "'")
        > AGENCIES / 2;
  }

  private void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(nodes.isEmpty() || nodes.stream().anyMatch(LivingNode::lives)).as(said()).isTrue();
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(answered() + " files and " + ended() + " fires only\n" + said());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
