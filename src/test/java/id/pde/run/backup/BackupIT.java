package id.pde.run.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.app.Wiring;
import id.pde.model.RunOutcome;
import id.pde.run.Analysts.Added;
import id.pde.run.BackupRefused;
import id.pde.run.Reconciling;
import id.pde.run.RunReport;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Restoring.Restored;
import id.pde.run.backup.Restoring.Step;
import id.pde.run.backup.Saving.Origin;
import id.pde.run.backup.Saving.Saved;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLogins;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A loaded city, saved and brought back into an empty home and database. */
class BackupIT {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  @RegisterExtension static final TestDatabase EMPTY = new TestDatabase();

  private static final Passphrase WORD = new Passphrase("kuda hijau makan jam");
  private static final String ANALYST =
      "uji_" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @TempDir static Path folder;
  private static Path backup = Path.of("");
  private static SavedCity city = new SavedCity(DATABASE, Path.of(""));
  private static String password = "";
  private static Manifest manifest =
      new Manifest(
          "", Instant.EPOCH, "", 0, List.of(), new Manifest.Kept(0, 0), List.of(), List.of());

  @TempDir Path mine;
  private SavedCity other = new SavedCity(EMPTY, Path.of(""));

  @BeforeAll
  static void loadAndSave() throws IOException, SQLException {
    city = new SavedCity(DATABASE, folder.resolve("home"));
    try (Wiring wiring = city.wiring()) {
      wiring.ensureKey();
    }
    city.load("dinsos", "usulan_bantuan_2025_tw1.csv");
    city.load("bkpsdm", "DUK DISKOMINFO 2024.xlsx");
    city.load("dkupp", "HARGA BAPOKTING PASAR BARU MARET 2025.csv");
    city.load("dkupp", "Harga Bapokting Ps. Baru April 2025 FIX.csv");
    city.load("disdukcapil", "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx");
    city.load("disdukcapil", "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN (REVISI).xlsx");
    try (Wiring wiring = city.wiring()) {
      Added added = wiring.analysts().add(ANALYST);
      password = ((Added.Made) added).login().password();
      wiring.analysts().refresh(wiring.mappings().read());
    }
    // What an officer may add by hand.
    city.execute("CREATE VIEW mart.\"Harga \"\"kini\"\"\" AS SELECT * FROM mart.dim_tanggal");
    city.execute("CREATE INDEX harga_hand ON warehouse." + harga() + " (_run) WHERE _run > 0");
    city.execute("ALTER TABLE warehouse." + harga() + " ADD CONSTRAINT by_hand CHECK (_run > 0)");
    backup = folder.resolve("cadangan");
    Saved saved = saving(city).save(backup, WORD);
    manifest = saved.manifest();
    assertThat(saved.database().unsaved()).isEmpty();
    assertThat(manifest.lost()).isEmpty();
  }

  private static String harga() {
    return city.runs().stream()
        .filter(run -> run.agency().equals("dkupp"))
        .map(RunReport::table)
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void dropTheLogin() {
    new PostgresLogins(EMPTY.connections()).drop(ANALYST);
    new PostgresLogins(DATABASE.connections()).drop(ANALYST);
  }

  @BeforeEach
  void newHome() throws SQLException {
    other = new SavedCity(EMPTY, mine.resolve("home"));
    other.empty();
  }

  private static Saving saving(SavedCity from) {
    return new Saving(
        from.home(), from.copy(), new Origin("uji", InstantSource.system()), SavedCity.ROUNDS);
  }

  private Restored restore() {
    return new Restoring(other.home(), other.copy()).restore(backup, WORD);
  }

  private void assertAllIsBack() throws IOException, SQLException {
    assertThat(other.rows()).isEqualTo(city.rows());
    assertThat(other.definitions()).isEqualTo(city.definitions());
    assertThat(other.files(other.home().archive())).isEqualTo(city.files(city.home().archive()));
    assertThat(Files.readString(other.home().secrets().resolve("hmac")))
        .isEqualTo(Files.readString(city.home().secrets().resolve("hmac")));
    assertThat(RestoreMark.isIn(other.home())).isFalse();
    try (var files = Files.list(other.root())) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("archive", "secrets");
    }
  }

  private void assertNothingIsThere() throws IOException, SQLException {
    assertThat(other.rows()).isEmpty();
    assertThat(other.root())
        .satisfiesAnyOf(
            root -> assertThat(root).doesNotExist(), root -> assertThat(root).isEmptyDirectory());
  }

  @Test
  void everyHashIsEqualAndTheCityGoesOn() throws IOException, SQLException {
    assertThat(manifest.tables().size()).isGreaterThan(20);
    assertThat(manifest.rows()).isGreaterThan(1000);
    new PostgresLogins(DATABASE.connections()).drop(ANALYST);
    assertThat(restore().notes()).isEmpty();
    assertAllIsBack();

    long last = city.runs().get(0).run();
    RunReport next = other.load("bpbd", "kejadian_bencana_2024.csv").get(0);
    assertThat(next.run()).isGreaterThan(last);
    assertThat(next.outcome().name()).startsWith("LOADED");
    try (Wiring wiring = other.wiring()) {
      assertThat(new Reconciling(wiring.archive(), wiring.ledger(), id -> id).missing()).isEmpty();
      RunReport revised = wiring.ledger().run(last);
      assertThat(wiring.undoing().undo(Objects.requireNonNull(revised)).outcome())
          .isEqualTo(RunOutcome.LOADED);
    }
    analystReadsWhatItMayAndNoMore();
  }

  /** With the password that it had. */
  private void analystReadsWhatItMayAndNoMore() throws SQLException {
    ConnectionSettings login =
        new ConnectionSettings(other.database().settings().url(), ANALYST, new Password(password));
    String view = harga();
    try (Connection connection = new Connections(login).connect(Purpose.QUERY);
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT * FROM mart." + view).close();
      statement.executeQuery("SELECT * FROM mart." + view + "_as_of(now())").close();
      assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM pde.quarantine"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void everythingIsForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rwx------");
    try (var files = Files.list(backup)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
      }
    }
    for (String part : List.of("manifest.pde", "database.pde", "archive.pde", "secrets.pde")) {
      assertThat(backup.resolve(part)).exists();
    }
    String hmac = Files.readString(city.home().secrets().resolve("hmac")).strip();
    String seen =
        new String(Files.readAllBytes(backup.resolve("secrets.pde")), StandardCharsets.ISO_8859_1);
    assertThat(seen).doesNotContain(hmac).doesNotContain("hmac");
  }

  @Test
  void aWrongPassphraseOpensNothing() throws IOException, SQLException {
    Restoring restoring = new Restoring(other.home(), other.copy());
    assertThatThrownBy(() -> restoring.restore(backup, new Passphrase("kuda merah makan jam")))
        .isInstanceOf(BackupRefused.class)
        .hasMessage(
            "backup.damaged: This is the wrong passphrase for this backup; nothing was written");
    assertNothingIsThere();
  }

  @ParameterizedTest
  @CsvSource({
    "database.pde, flip", "database.pde, cut", "database.pde, gone", "database.pde, longer",
    "archive.pde, flip", "archive.pde, swap", "secrets.pde, flip", "secrets.pde, empty",
    "manifest.pde, flip", "manifest.pde, cut", "manifest.pde, gone", "archive.pde, foreign"
  })
  void aDamagedBackupIsToldAndNothingIsWritten(String part, String damage)
      throws IOException, SQLException {
    Path copy = mine.resolve("salinan");
    Files.createDirectories(copy);
    try (var files = Files.list(backup)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    Path victim = copy.resolve(part);
    byte[] bytes = Files.readAllBytes(victim);
    switch (damage) {
      case "flip" -> {
        int middle = bytes.length / 2;
        bytes[middle] = (byte) (bytes[middle] ^ 4);
        Files.write(victim, bytes);
      }
      case "cut" -> Files.write(victim, Arrays.copyOf(bytes, bytes.length - 20));
      case "longer" -> Files.write(victim, Arrays.copyOf(bytes, bytes.length + 20));
      case "empty" -> Files.write(victim, new byte[0]);
      case "swap" ->
          Files.copy(copy.resolve("secrets.pde"), victim, StandardCopyOption.REPLACE_EXISTING);
      case "foreign" -> {
        Path second = mine.resolve("lain");
        saving(city).save(second, WORD);
        Files.copy(second.resolve(part), victim, StandardCopyOption.REPLACE_EXISTING);
      }
      default -> Files.delete(victim);
    }
    Restoring restoring = new Restoring(other.home(), other.copy());
    BackupRefused refused =
        catchThrowableOfType(BackupRefused.class, () -> restoring.restore(copy, WORD));
    assertThat(refused).isNotNull();
    assertThat(refused.issue().location().shown()).startsWith(copy.toString());
    assertThat(refused.issue().code())
        .isEqualTo(
            part.equals("manifest.pde") && damage.equals("gone")
                ? "backup.missing"
                : "backup.damaged");
    assertNothingIsThere();
  }

  @Test
  void aHomeOrDatabaseWithContentsIsLeftAlone() throws IOException, SQLException {
    restore();
    Map<String, String> before = other.rows();
    assertThatThrownBy(this::restore).hasMessageStartingWith("restore.home_not_empty: ");
    SavedCity fresh = new SavedCity(EMPTY, mine.resolve("baru"));
    assertThatThrownBy(() -> new Restoring(fresh.home(), fresh.copy()).restore(backup, WORD))
        .hasMessageStartingWith("restore.database_not_empty: ");
    assertThat(RestoreMark.isIn(fresh.home())).isFalse();
    assertThat(other.rows()).isEqualTo(before);
    assertThat(RestoreMark.isIn(other.home())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"CREATE SCHEMA history", "CREATE SCHEMA mart; CREATE TABLE mart.punya_orang (n int)"})
  void aSchemaOfSomebodyElseIsNotDropped(String sql) throws IOException, SQLException {
    other.execute(sql);
    assertThatThrownBy(this::restore).hasMessageStartingWith("restore.database_not_empty: ");
    other.execute("ALTER SCHEMA " + sql.split("[ ;]", -1)[2] + " RENAME TO milik_orang");
    other.execute("DROP SCHEMA milik_orang CASCADE");
    assertNothingIsThere();
  }

  /** {@code pde doctor} on a new database leaves the migrations. */
  @Test
  void aDatabaseThatWasOnlyLookedAtIsEmpty() throws IOException, SQLException {
    try (Wiring wiring = other.wiring()) {
      wiring.connections();
    }
    restore();
    assertThat(other.rows()).isEqualTo(city.rows());
  }

  @Test
  void anotherSecretOfThatNameIsNotOverwritten() throws IOException, SQLException {
    Files.createDirectories(other.home().secrets());
    Path hmac = Files.writeString(other.home().secrets().resolve("hmac"), "lain\n");
    assertThatThrownBy(this::restore).hasMessageStartingWith("restore.home_not_empty: ");
    assertThat(hmac).hasContent("lain");
    assertThat(other.rows()).isEmpty();
  }

  /** As kill -9 does: no cleaning up, and the database ends the session. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aKilledRestoreIsDoneAgain(Step killedAt) throws IOException, SQLException {
    Restoring first =
        new Restoring(
            other.home(),
            other.copy(),
            step -> {
              if (step == killedAt) {
                throw new Killed();
              }
            });
    assertThatThrownBy(() -> first.restore(backup, WORD)).isInstanceOf(Killed.class);
    if (killedAt != Step.VERIFIED) {
      try (Wiring wiring = other.wiring()) {
        assertThatThrownBy(wiring::connections).hasMessageStartingWith("restore.unfinished: ");
      }
    }
    restore();
    assertAllIsBack();
  }

  @Test
  void whatTheArchiveLacksIsNamedAndTheRestIsSaved() throws IOException, SQLException {
    restore();
    List<Path> originals =
        HomeFiles.archive(other.home().archive()).stream()
            .filter(f -> !f.toString().endsWith(".label"))
            .toList();
    Files.delete(originals.get(0));
    byte[] bytes = Files.readAllBytes(originals.get(1));
    bytes[0] = (byte) (bytes[0] ^ 1);
    Files.write(originals.get(1), bytes);
    Saved saved = saving(other).save(mine.resolve("kurang"), WORD);
    assertThat(saved.manifest().lost())
        .extracting(Lost::sha256, Lost::why)
        .containsExactlyInAnyOrder(
            tuple(name(originals.get(0)), Lost.Why.MISSING),
            tuple(name(originals.get(1)), Lost.Why.DAMAGED));
    assertThat(saved.manifest().lost()).noneMatch(lost -> lost.name().isEmpty());
    assertThat(saved.manifest().tables()).isEqualTo(manifest.tables());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  @Test
  void loadsGoOnWhileABackupIsTaken() throws IOException, SQLException {
    restore();
    long before = other.runs().size();
    try (WarehouseCopy.Snapshot snapshot = other.copy().snapshot()) {
      RunReport report = other.load("bpbd", "kejadian_bencana_2024.csv").get(0);
      assertThat(report.outcome().name()).startsWith("LOADED");
      List<SavedTable> tables =
          snapshot.write(new ZipOutputStream(OutputStream.nullOutputStream())).tables();
      assertThat(tables)
          .contains(
              manifest.tables().stream()
                  .filter(t -> t.full().equals("pde.run"))
                  .findFirst()
                  .orElseThrow());
      assertThat(tables).noneMatch(table -> table.full().equals("warehouse." + report.table()));
    }
    assertThat(other.runs()).hasSize((int) before + 1);
  }

  @Test
  void aFolderWithContentsIsLeftAlone() throws IOException {
    Files.writeString(mine.resolve("catatan.txt"), "x");
    assertThatThrownBy(() -> saving(city).save(mine, WORD))
        .hasMessageStartingWith("backup.folder_not_empty: ");
    assertThat(mine.resolve("catatan.txt")).hasContent("x");
    assertThatThrownBy(() -> saving(city).save(mine.resolve("b"), new Passphrase("pendek")))
        .hasMessageStartingWith("backup.short_passphrase: ");
    assertThat(mine.resolve("b")).doesNotExist();
    Path empty = Files.createDirectory(mine.resolve("kosong"));
    saving(city).save(empty, WORD);
    assertThat(empty.resolve(".unfinished")).doesNotExist();
    assertThat(empty.resolve("manifest.pde")).exists();
  }

  @Test
  void anOlderServerIsRefused() throws IOException, SQLException {
    WarehouseCopy older = new OlderServer(other.copy());
    assertThatThrownBy(() -> new Restoring(other.home(), older).restore(backup, WORD))
        .hasMessageStartingWith("restore.older_server: This backup is of PostgreSQL ");
    assertNothingIsThere();
  }
}
