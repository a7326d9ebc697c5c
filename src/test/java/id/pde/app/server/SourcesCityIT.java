package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.server.LivingNode.Start;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample city pulls from five kinds of real servers by its schedules: everything at first, then
 * what changed; each server away in its turn is told, and the others go on.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SourcesCityIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String ROUTES =
      """
      - from:
          uri: "pde:schedule/komoditas?cron=0/3 * * * * ?"
          steps:
            - to: pde:watermark/dkupp/komoditas
            - setBody:
                constant: "SELECT * FROM m_komoditas WHERE diubah >= :?since ORDER BY diubah, id"
            - to: jdbc:gudang
            - to: pde:dkupp/komoditas
      - from:
          uri: "pde:schedule/pasar?cron=1/3 * * * * ?"
          steps:
            - setBody: {constant: "SELECT * FROM m_pasar ORDER BY id"}
            - to: jdbc:induk
            - to: pde:dkupp/pasar
      - from:
          uri: "pde:schedule/harga?cron=2/3 * * * * ?"
          steps:
            - setBody: {constant: "SELECT * FROM t_harga ORDER BY id"}
            - to: jdbc:simpasar
            - to: pde:dkupp/harga
      - from:
          uri: "pde:schedule/laporan?cron=0/3 * * * * ?"
          steps:
            - to:
                uri: pde:open311
                parameters: {url: "%s/open311/v2", since: "2025-01-01", tries: 1}
            - to: pde:diskominfo/open311
      - from:
          uri: sftp://127.0.0.1:%d/keluar
          parameters:
            agency: dkupp
            username: pde
            password: "{{file:sftp}}"
            hostKey: "%s"
            every: 1s
            settle: 1s
          steps:
            - to: pde:recognise?agency=dkupp
      """;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path folder;

  @Test
  void everythingThenWhatChangedThenAllButTheOneThatIsAway() throws Exception {
    Path sqlite = home().resolve("databases/simpasar.sqlite");
    try (SourceServers there = new SourceServers(folder.resolve("sftp"), sqlite)) {
      there.put("HARGA BAPOKTING PASAR BARU MARET 2025.csv");
      city(there);
      try (LivingNode server = start()) {
        everything(server);
        changes(server, there);
        eachAwayInItsTurn(server, there, sqlite);
        server.stop();
        assertThat(server.end()).as(server.all()).isEqualTo(143);
      }
    }
  }

  /** The figures that are known of the sample city. */
  private static void everything(LivingNode server) throws Exception {
    until(server, "SELECT count(*) FROM warehouse.komoditas", "13");
    until(server, "SELECT count(*) FROM warehouse.pasar", "5");
    until(server, "SELECT count(*) FROM warehouse.harga_pasar", "388");
    until(server, "SELECT count(*) FROM warehouse.open311", "104");
    until(server, "SELECT count(harga) FROM warehouse.harga_bapokting", "1194");
    assertThat(ask("SELECT sum(harga) FROM warehouse.harga_pasar WHERE NOT dihapus AND harga > 0"))
        .containsExactly("14333500");
    assertThat(ask("SELECT count(*) FROM warehouse.open311 WHERE status = 'open'"))
        .containsExactly("52");
    assertThat(ask("SELECT sum(harga) FROM warehouse.harga_bapokting")).containsExactly("31776700");
    assertThat(
            ask(
                "SELECT count(*) FROM warehouse.harga_pasar h JOIN warehouse.pasar p ON p.id = h.pasar_id"
                    + " JOIN warehouse.komoditas k ON k.id = h.komoditas_id WHERE NOT h.dihapus"))
        .containsExactly("385");
  }

  private static void changes(LivingNode server, SourceServers there) throws Exception {
    long before = Long.parseLong(ask("SELECT max(run) FROM pde.run").get(0));
    there
        .mariaDb()
        .execute(
            "INSERT INTO m_komoditas VALUES (90, 'Petis', 'kg', NULL, 'Y', '2025-04-01 08:00:00')",
            "UPDATE m_komoditas SET satuan = 'kw', diubah = '2025-04-01 08:00:00' WHERE id = 2");
    there.postgres().execute("UPDATE m_pasar SET nama = 'Pasar Gotro' WHERE id = 2");
    there.sqlite(
        "INSERT INTO t_harga (pasar_id, komoditas_id, tanggal, harga, created_at)"
            + " VALUES (1, 2, '2025-03-10', 14400, '2025-03-10 08:00:00')");
    there.report("9900001", "open", Instant.now().minusSeconds(3600));
    there.put("Harga Bapokting Ps. Baru April 2025 FIX.csv");

    until(server, changed(before, "dkupp/komoditas"), "1/1/0");
    until(server, changed(before, "dkupp/pasar"), "0/1/0");
    until(server, changed(before, "dkupp/harga"), "1/0/0");
    until(server, changed(before, "diskominfo/open311"), "1/0/0");
    until(server, "SELECT sum(harga) FROM warehouse.harga_bapokting", "62696200");
    // By its watermark: two rows that changed came, the last one of before, and no other.
    assertThat(
            ask(
                "SELECT rows_read FROM pde.run WHERE mapping = 'dkupp/komoditas' AND inserted = 1"
                    + " AND run > "
                    + before))
        .containsExactly("3");
    assertThat(ask("SELECT count(*) FROM pde.run WHERE mapping = 'dkupp/harga_bapokting'"))
        .as("no file is fetched twice")
        .containsExactly("2");
  }

  /** Inserted, updated, deleted by the one run of a mapping that changed anything. */
  private static String changed(long before, String mapping) {
    return "SELECT inserted || '/' || updated || '/' || deleted FROM pde.run WHERE run > "
        + before
        + " AND mapping = '"
        + mapping
        + "' AND inserted + updated + deleted > 0";
  }

  private static void eachAwayInItsTurn(LivingNode server, SourceServers there, Path sqlite)
      throws Exception {
    there.mariaDb().execute("ALTER USER pde@'%' IDENTIFIED BY 'lain'");
    isTold(server, "komoditas", "source.login");
    othersGoOn(server, "komoditas");
    there.mariaDb().execute("ALTER USER pde@'%' IDENTIFIED BY 'rahasia-1'");
    isWell(server, "komoditas");

    there.postgres().execute("ALTER TABLE m_pasar RENAME TO m_pasar_lama");
    isTold(server, "pasar", "source.");
    othersGoOn(server, "pasar");
    there.postgres().execute("ALTER TABLE m_pasar_lama RENAME TO m_pasar");
    isWell(server, "pasar");

    Path aside = sqlite.resolveSibling("aside.sqlite");
    Files.move(sqlite, aside);
    isTold(server, "harga", "source.");
    othersGoOn(server, "harga");
    Files.move(aside, sqlite);
    isWell(server, "harga");

    there.breakReports();
    isTold(server, "laporan", "web.status");
    othersGoOn(server, "laporan");
    there.mendReports();
    isWell(server, "laporan");

    there.sftp().password("lain");
    assertThat(heard(server, "door.login")).as(server.all()).isTrue();
    othersGoOn(server, "sftp");
  }

  private static boolean heard(LivingNode server, String code) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!server.said(code) && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return server.all().contains(code);
  }

  private static final String OF_FIRES =
      "SELECT coalesce(f.why, '') || ' ' || coalesce(string_agg(i.code, ' '), '') FROM pde.schedule_fire f"
          + " LEFT JOIN pde.issue i ON i.run = ANY (f.runs)"
          + " WHERE f.schedule = '%s' AND f.ended > '%s' GROUP BY f.schedule, f.planned, f.why";

  private static void isTold(LivingNode server, String schedule, String code) throws Exception {
    String now = ask("SELECT clock_timestamp()").get(0);
    Instant end = Instant.now().plus(PATIENCE);
    List<String> told = ask(OF_FIRES.formatted(schedule, now));
    while (told.stream().noneMatch(one -> one.contains(code))) {
      assertThat(Instant.now()).as(told + "\n" + server.all()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(200);
      told = ask(OF_FIRES.formatted(schedule, now));
    }
  }

  /** A fire that begins now ends with a run that loaded, or with one that found nothing new. */
  private static void isWell(LivingNode server, String schedule) throws Exception {
    String now = ask("SELECT clock_timestamp()").get(0);
    until(
        server,
        "SELECT count(*) > 0 FROM pde.schedule_fire WHERE schedule = '"
            + schedule
            + "' AND started > '"
            + now
            + "' AND outcome IN ('loaded', 'duplicate')",
        "t");
  }

  private static void othersGoOn(LivingNode server, String away) throws Exception {
    for (String schedule : List.of("komoditas", "pasar", "harga", "laporan")) {
      if (!schedule.equals(away)) {
        isWell(server, schedule);
      }
    }
  }

  private void city(SourceServers there) throws IOException {
    try (Stream<Path> shipped = Files.walk(Path.of("mappings"))) {
      for (Path file : shipped.filter(Files::isRegularFile).toList()) {
        write(file.toString(), Files.readString(file));
      }
    }
    String agencies = Files.readString(Path.of("mappings/agencies.yaml"));
    write(
        "mappings/agencies.yaml",
        agencies.replace(
            "      url: jdbc:sqlite:databases/simpasar.sqlite\n",
            "      url: jdbc:sqlite:databases/simpasar.sqlite\n"
                + "    gudang:\n      url: "
                + there.mariaDb().url()
                + "\n      user: {file: gudang-user}\n      password: {file: gudang}\n"
                + there.postgres().yaml("induk", "induk").indent(4)));
    write(
        "mappings/dkupp/komoditas.yaml",
        Files.readString(Path.of("mappings/dkupp/komoditas.yaml"))
                .replace("format: rows", "format: rows\n  watermark: {column: diubah}")
                .replace("load: replace", "load: merge")
            + "  diubah: {type: timestamp, class: publik}\n");
    write(
        "routes/sumber.yaml",
        ROUTES.formatted(there.web().address(), there.sftp().port(), there.sftp().fingerprint()));
    secret("gudang-user", "pde");
    secret("gudang", "rahasia-1");
    secret("induk-user", there.postgres().settings().user());
    secret("induk", there.postgres().settings().password().reveal());
    secret("sftp", "kata");
    secret("hmac", "0123456789abcdef".repeat(4));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void secret(String name, String word) throws IOException {
    Path secrets = Files.createDirectories(home().resolve("secrets"));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.writeString(secrets.resolve(name), word);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  private LivingNode start() throws IOException {
    Map<String, String> variables = new HashMap<>(database.environment());
    variables.put("PDE_ROUTES", folder.resolve("routes").toString());
    variables.put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    return LivingNode.start(home(), new Start(List.of(), variables));
  }

  private static void until(LivingNode server, String sql, String value) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> found = asked(sql);
    while (!found.equals(List.of(value))) {
      assertThat(Instant.now())
          .as("%s is %s, not %s%n%s", sql, found, value, server.all())
          .isBefore(end);
      TimeUnit.MILLISECONDS.sleep(200);
      found = asked(sql);
    }
  }

  /** Nothing as long as the table is not there. */
  private static List<String> asked(String sql) throws SQLException {
    try {
      return ask(sql);
    } catch (SQLException failed) {
      if ("42P01".equals(failed.getSQLState())) {
        return List.of();
      }
      throw failed;
    }
  }

  private static List<String> ask(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }
}
