package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.model.RunOutcome;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.TargetUnavailable;
import id.pde.testing.TableDigests;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home whose server has the major version before moves to the one of today, by backup and
 * restore: every row of every table is the same, and loads and undos go on. The older programs lie
 * where the home would have unpacked its own.
 */
class MajorUpgradeIT {

  private static final String WORD = "kuda hijau makan jam";

  private static final Ledger.Filter ALL = new Ledger.Filter(null, null, 100);

  @TempDir Path folder;

  @Test
  void everyRowComesToTheNewServer() throws IOException, SQLException {
    Path backup = folder.resolve("cadangan");
    Map<String, String> rows;
    List<RunReport> runs;
    RunReport undone;
    unpackOlderServer(folder.resolve("lama/pg/bin-18.1.0"));
    try (Wiring old = wiring("lama")) {
      old.ensureKey();
      assertThat(major(old.connections())).isEqualTo("17");
      load(old, "bpbd", "kejadian_bencana_2024.csv");
      load(old, "disdikbud", "DATA SEKOLAH TP 2024-2025.xls");
      undone = load(old, "dinsos", "usulan_bantuan_2025_tw1.csv");
      old.undoing().undo(undone);
      new HomeBackups(old, "sari").save(backup, null);
      rows = rows(old);
      runs = old.ledger().runs(ALL);
      old.databases().embedded().orElseThrow().stop();
    }
    assertThat(rows).hasSizeGreaterThan(30);
    try (Wiring fresh = wiring("baru")) {
      new HomeBackups(fresh, "sari").restore(backup, null);
      assertThat(major(fresh.connections())).isEqualTo("18");
      assertThat(rows(fresh)).isEqualTo(rows);
      assertThat(fresh.ledger().runs(ALL)).isEqualTo(runs);
      RunReport undo = Objects.requireNonNull(runs.get(0));
      assertThat(undo.undo().of()).isEqualTo(undone.run());
      assertThat(fresh.undoing().undo(undo).outcome()).isEqualTo(RunOutcome.LOADED);
      assertThat(load(fresh, "bpbd", "kejadian_bencana_2024.csv").outcome())
          .isEqualTo(RunOutcome.DUPLICATE);
    }
  }

  /** Programs of today do not touch files of the version before, and say what to do. */
  @Test
  void theNewServerLeavesTheOldFilesAlone() throws IOException {
    Path programs = folder.resolve("lama/pg/bin-18.1.0");
    unpackOlderServer(programs);
    try (Wiring old = wiring("lama")) {
      old.connections();
      old.databases().embedded().orElseThrow().stop();
    }
    Files.move(programs, folder.resolve("bin-17"));
    try (Wiring fresh = wiring("lama")) {
      assertThatThrownBy(fresh::connections)
          .isInstanceOf(TargetUnavailable.class)
          .hasMessageStartingWith("database.data_version: ")
          .hasMessageEndingWith("PostgreSQL 17")
          .extracting(refused -> ((TargetUnavailable) refused).issue().fix().en())
          .asString()
          .contains("pde backup", "pde restore");
    }
    assertThat(folder.resolve("lama/pg/data/PG_VERSION")).hasContent("17");
  }

  @AfterEach
  void stop() {
    for (String home : List.of("lama", "baru")) {
      try (Wiring wiring = wiring(home)) {
        wiring.databases().embedded().ifPresent(EmbeddedServer::stop);
      }
    }
  }

  private Wiring wiring(String home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PDE_HOME", folder.resolve(home).toString());
    environment.put(HomeBackups.VARIABLE, WORD);
    return new Wiring(Settings.from(environment, Path.of("").toAbsolutePath()), note -> {});
  }

  private static RunReport load(Wiring wiring, String agency, String name) {
    Path file = Path.of("src/main/demo", agency, name);
    return wiring
        .receiving()
        .deliver(
            wiring.archive().keep(file, name, null).in(agency),
            wiring.recogniser(agency, Choices.DEFAULT),
            RunListener.SILENT)
        .get(0);
  }

  /** All but the record of who made and who restored the backup, which comes after it. */
  private static Map<String, String> rows(Wiring wiring) throws SQLException {
    Map<String, String> rows = TableDigests.of(wiring.connections());
    assertThat(rows.remove("pde.access")).isNotNull();
    return rows;
  }

  private static String major(Connections connections) throws SQLException {
    try (Connection connection = connections.open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT split_part(current_setting('server_version'), '.', 1)")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void unpackOlderServer(Path target) throws IOException {
    Path jar;
    try (Stream<Path> files = Files.list(Path.of("target/older-server"))) {
      jar = files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
    Files.createDirectories(target);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          unpack(new XZCompressorInputStream(zip), target);
          return;
        }
      }
    }
    throw new IOException("no server in " + jar);
  }

  private static void unpack(InputStream compressed, Path target) throws IOException {
    TarArchiveInputStream archive = new TarArchiveInputStream(compressed);
    for (TarArchiveEntry entry = archive.getNextEntry();
        entry != null;
        entry = archive.getNextEntry()) {
      Path file = target.resolve(entry.getName()).normalize();
      if (entry.isDirectory()) {
        Files.createDirectories(file);
      } else if (entry.isSymbolicLink()) {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.createDirectories(file.getParent());
        Files.copy(archive, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
