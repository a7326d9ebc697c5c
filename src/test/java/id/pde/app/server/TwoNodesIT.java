package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.server.LivingNode.Start;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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

  /** The fires begin when both servers are there, and go on beyond the death of one. */
  private static final Duration BEFORE_FIRES = Duration.ofSeconds(40);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path folder;

  @Test
  void each_file_and_each_fire_once_though_one_is_killed() throws Exception {
    city();
    try (LivingNode first = start("first", List.of("-Dpde.clock.shift=PT10M"), Map.of());
        LivingNode second = start("second", List.of("-Dpde.clock.shift=-PT10M"), Map.of())) {
      await(() -> first.said("PDE is ready") && second.said("PDE is ready"));
      assertThat(count("SELECT count(*) FROM pde.node"))
          .as(first.all() + second.all())
          .isEqualTo(2);
      drop();
      await(() -> count("SELECT count(*) FROM pde.run WHERE claim IS NOT NULL") >= FILES / 2);
      boolean firstWorks = works(first.pid());
      (firstWorks ? first : second).kill();
      LivingNode left = firstWorks ? second : first;
      await(
          () ->
              count("SELECT count(*) FROM pde.run WHERE claim IS NOT NULL AND answered")
                      >= (long) AGENCIES * FILES
                  && count("SELECT count(*) FROM pde.schedule_fire WHERE ended IS NOT NULL")
                      >= SCHEDULES);
      left.stop();
      assertThat(left.end()).as(left.all()).isEqualTo(143);
    }
    assertThat(rows("SELECT outcome, count(*) FROM pde.run WHERE claim IS NOT NULL GROUP BY 1"))
        .isEqualTo(Map.of("loaded", (long) AGENCIES * FILES));
    for (int agency = 1; agency <= AGENCIES; agency++) {
      assertThat(count("SELECT count(*) FROM warehouse.kotak" + agency)).isEqualTo(FILES);
      assertThat(count("SELECT count(DISTINCT kode) FROM warehouse.kotak" + agency))
          .isEqualTo(FILES);
    }
    assertThat(rows("SELECT outcome, count(*) FROM pde.schedule_fire GROUP BY 1").values())
        .containsExactly((long) SCHEDULES);
    assertThat(count("SELECT count(*) FROM warehouse.jadwal")).isEqualTo(SCHEDULES);
    assertThat(count("SELECT count(DISTINCT kode) FROM warehouse.jadwal")).isEqualTo(SCHEDULES);
    assertThat(
            count("SELECT count(*) FROM pde.run WHERE mapping = 'd/jadwal' AND outcome = 'loaded'"))
        .isEqualTo(SCHEDULES);
    // By the clock of the database, whatever the machines say.
    assertThat(
            count(
                "SELECT count(*) FROM pde.run WHERE started NOT BETWEEN now() - interval '9 minutes' - interval '"
                    + PATIENCE.toMinutes()
                    + " minutes' AND now()"))
        .isZero();
    try (var left = Files.list(folder.resolve("exchange").resolve("work").resolve("claims"))) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void a_server_with_an_archive_of_its_own_is_told_and_ends() throws Exception {
    city();
    try (LivingNode first = start("first", List.of(), Map.of())) {
      await(() -> first.said("PDE is ready"));
      Path own = folder.resolve("own");
      try (LivingNode second = start("second", List.of(), Map.of("PDE_ARCHIVE", own.toString()))) {
        assertThat(second.end()).as(second.all()).isEqualTo(2);
        assertThat(second.all())
            .contains("PDE_ARCHIVE: the archive of this server, " + own + ", is not the one")
            .contains(
                ":" + first.pid() + " uses on the same database: " + folder.resolve("archive"))
            .contains("let PDE_ARCHIVE of both servers name one shared folder");
      }
      try (LivingNode second = start("second", List.of(), Map.of("PDE_EXCHANGE", own.toString()))) {
        assertThat(second.end()).as(second.all()).isEqualTo(2);
        assertThat(second.all()).contains("PDE_EXCHANGE: the folder of inbox, outbox and work");
      }
      first.stop();
      assertThat(first.end()).isEqualTo(143);
    }
    // Nobody else is there now: a single server needs nothing extra.
    try (LivingNode alone =
        start("alone", List.of(), Map.of("PDE_ARCHIVE", "" + folder.resolve("x")))) {
      await(() -> alone.said("PDE is ready"));
      alone.stop();
      assertThat(alone.end()).as(alone.all()).isEqualTo(143);
    }
  }

  private LivingNode start(String name, List<String> options, Map<String, String> variables)
      throws IOException {
    Map<String, String> all = new HashMap<>(database.environment());
    all.put("PDE_EXCHANGE", folder.resolve("exchange").toString());
    all.put("PDE_ARCHIVE", folder.resolve("archive").toString());
    all.put("PDE_ROUTES", folder.resolve("routes").toString());
    all.put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    all.putAll(variables);
    return LivingNode.start(folder.resolve(name), new Start(options, all));
  }

  /** Agencies with a watched folder each, and schedules that each fire once soon. */
  private void city() throws IOException {
    StringBuilder routes = new StringBuilder();
    StringBuilder agencies = new StringBuilder("d:\n  name: Dinas D\n");
    for (int agency = 1; agency <= AGENCIES; agency++) {
      agencies.append("k%d:\n  name: Dinas K%d\n".formatted(agency, agency));
      mapping("k" + agency + "/kotak", "kotak" + agency);
      routes.append(
          """
          - from:
              uri: pde:inbox?agency=k%d&every=1s
              steps:
                - to: pde:k%d/kotak
          """
              .formatted(agency, agency));
    }
    mapping("d/jadwal", "jadwal");
    LocalDateTime first = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).plus(BEFORE_FIRES);
    for (int schedule = 0; schedule < SCHEDULES; schedule++) {
      LocalDateTime fire = first.plusSeconds(schedule * 30L / SCHEDULES);
      routes.append(
          """
          - from:
              uri: "pde:schedule/s%d?cron=%d %d %d %d %d ?&zone=Asia/Jakarta"
              steps:
                - setBody:
                    constant: "kode,nilai\\ns%d,%d"
                - to: pde:d/jadwal
          """
              .formatted(
                  schedule,
                  fire.getSecond(),
                  fire.getMinute(),
                  fire.getHour(),
                  fire.getDayOfMonth(),
                  fire.getMonthValue(),
                  schedule,
                  schedule));
    }
    write("routes/city.yaml", routes.toString());
    write("mappings/agencies.yaml", agencies.toString());
  }

  private void mapping(String id, String table) throws IOException {
    write(
        "mappings/" + id + ".yaml",
        """
        title: Uji
        agency: %s
        source: {format: csv}
        target: {table: %s, load: append}
        columns:
          kode:  {from: kode, type: text, class: publik}
          nilai: {from: nilai, type: integer, class: publik}
        """
            .formatted(id.substring(0, id.indexOf('/')), table));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  private void drop() throws IOException {
    Path drafts = Files.createDirectories(folder.resolve("exchange/drafts"));
    for (int file = 0; file < FILES; file++) {
      for (int agency = 1; agency <= AGENCIES; agency++) {
        String name = "f" + file + ".csv";
        Path draft = drafts.resolve(name);
        Files.writeString(draft, "kode,nilai\nk" + agency + "-" + file + "," + file + "\n");
        Path inbox = folder.resolve("exchange/inbox/k" + agency);
        Files.move(draft, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Whether the server with this process id has files of an agency under work. */
  private static boolean works(long pid) throws SQLException {
    return count(
            "SELECT count(*) FROM pde.folder_lease JOIN pde.node USING (node) WHERE place LIKE '%:"
                + pid
                + "'")
        > AGENCIES / 2;
  }

  private static long count(String sql) throws SQLException {
    return rows("SELECT '', (" + sql + ")").values().iterator().next();
  }

  private static Map<String, Long> rows(String sql) throws SQLException {
    Map<String, Long> rows = new HashMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.put(row.getString(1), row.getLong(2));
      }
    }
    return rows;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("it did not come to this");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
