package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Language;
import id.pde.receipt.OutboxAnswers;
import id.pde.receipt.annotate.Workbooks;
import id.pde.run.LoadRequest.Choices;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresWarehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole road with the real warehouse and the real outbox, cut off at every step. */
class RoadIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Tolerance LENIENT =
      new Tolerance(BigDecimal.ONE, 500, BigDecimal.ONE, Empty.REFUSE);

  @TempDir private Path root;
  private final SettableClock clock = new SettableClock();

  /** Stands for a kill: nothing after it runs but what a dying process does anyway. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One life of PDE on one home and one table. */
  private final class Life implements AutoCloseable {
    final Home home;
    final String table;
    final FakeSource source;
    final PostgresLedger ledger = new PostgresLedger(database.connections());
    final Claims claims;
    final Archive archive;
    final Receiving receiving;
    final Recovery recovery;
    final Inbox inbox;

    Life(String table, FakeSource source) throws IOException {
      this.home = new Home(root.resolve(table));
      this.table = table;
      this.source = source;
      this.claims = new Claims(home, clock);
      this.archive = new Archive(home, 0);
      this.receiving =
          new Receiving(
              archive,
              claims,
              new OutboxAnswers(
                  home, agency -> Language.ID, ZoneId.of("Asia/Jakarta"), Workbooks.NONE),
              ledger);
      this.recovery = new Recovery(receiving, claims, archive, ledger);
      this.inbox =
          new Inbox(
              new Inbox.Spot(home, "dkupp", "dkupp/" + table),
              new Inbox.Next(claims, archive),
              Inbox.Settings.DEFAULT,
              clock);
      assertThat(inbox.obstacles()).isEmpty();
    }

    void drop(String content) throws IOException {
      Files.writeString(home.inbox().resolve("dkupp").resolve("harga.csv"), content);
    }

    void ticks(RunListener listener) {
      for (int i = 0; i < 3; i++) {
        clock.advance(Duration.ofSeconds(5));
        inbox.look(claim -> receiving.receive(claim, work(), listener));
      }
    }

    Work work() {
      PostgresWarehouse warehouse = new PostgresWarehouse(database.connections(), home.work());
      Loader.Ports ports = new Loader.Ports(source, warehouse, ledger);
      return new Work(
          mapping(table),
          new Loader(ports, new NormaliserChecks(CodeLists.NONE), clock),
          Choices.DEFAULT);
    }

    @Override
    public void close() {
      claims.close();
      archive.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsLikeACleanRunAfterAKillAtAnyStep(RunStep step) throws IOException, SQLException {
    String name = step.name().toLowerCase(Locale.ROOT);
    List<String> clean = road("clean_" + name, null);
    assertThat(road("killed_" + name, step)).isEqualTo(clean);
  }

  @Test
  void answersWithTheRowsThatTheWarehouseRejected() throws IOException, SQLException {
    assertThat(road("shown", null))
        .contains(
            "outbox harga.csv.tolak.csv: \uFEFFKode;Harga;_baris;_alasan",
            "outbox harga.csv.hasil.txt: Baris: 5 dibaca = 2 diterima + 2 ditolak + 1 disaring",
            "table (a,11)",
            "table (b,2)",
            "table (c,3)");
  }

  private List<String> road(String table, @Nullable RunStep fatal)
      throws IOException, SQLException {
    try (Life life = new Life(table, first())) {
      life.drop("first");
      life.ticks(RunListener.SILENT);
    }
    if (fatal != null) {
      try (Life life = new Life(table, second())) {
        life.drop("second");
        assertThatThrownBy(() -> life.ticks(killAt(fatal))).isInstanceOf(Killed.class);
      }
    }
    try (Life life = new Life(table, second())) {
      if (fatal == null) {
        life.drop("second");
      }
      life.recovery.recover(id -> Optional.of(life.work()), RunListener.SILENT);
      life.ticks(RunListener.SILENT);
    }
    return picture(table);
  }

  private static FakeSource first() {
    return new FakeSource().headings().row("a", "1").row("b", "2");
  }

  private static FakeSource second() {
    return new FakeSource()
        .headings()
        .row("a", "11")
        .row("c", "3")
        .row("d", "4")
        .row("d", "5")
        .row("a", "11");
  }

  /** All that a run leaves, with run numbers and ids of claims taken out. */
  private List<String> picture(String table) throws IOException, SQLException {
    List<String> picture = new ArrayList<>();
    String runs = "(SELECT run FROM pde.run WHERE table_name = '" + table + "')";
    query("table ", "SELECT (kode, harga) FROM warehouse." + table + " ORDER BY kode", picture);
    query("history ", "SELECT (kode, harga) FROM history." + table + " ORDER BY kode", picture);
    query(
        "run ",
        "SELECT (outcome, source_name, sha256, rows_read, accepted, rejected, filtered, inserted,"
            + " updated, unchanged, deleted, answered, claim IS NULL) FROM pde.run"
            + " WHERE table_name = '"
            + table
            + "' ORDER BY run",
        picture);
    query(
        "rejected ",
        "SELECT (ordinal, place) FROM pde.quarantine WHERE run IN " + runs + " ORDER BY ordinal",
        picture);
    Home home = new Home(root.resolve(table));
    for (String folder : List.of("inbox", "outbox", "archive", "work/claims", "work/drafts")) {
      files(folder, home.root().resolve(folder), picture);
    }
    return picture.stream()
        .map(
            line ->
                line.replace(table, "TABLE")
                    .replaceAll("lama/\\d+/", "lama/N/")
                    .replaceAll("(?i)(run\"? ?:?) \\d+", "$1 N")
                    .replaceAll("seconds\" : [0-9.]+", "seconds")
                    .replaceAll("(started|finished)\" : .*", "$1")
                    .replaceAll("\"at\":\"[^\"]*\"", "at")
                    .replaceAll("pukul .*", "pukul")
                    .replaceAll("rejects \\d+", "rejects N"))
        .map(line -> line.replace("(TABLE", "(" + table))
        .toList();
  }

  private static void files(String label, Path folder, List<String> picture) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        for (String line : Files.readString(file).lines().toList()) {
          picture.add(label + " " + FileNames.of(file) + ": " + line);
        }
        picture.add(label + " " + folder.relativize(file));
      }
    }
  }

  private static void query(String label, String sql, List<String> picture) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        picture.add(label + rows.getString(1));
      }
    }
  }

  private static RunListener killAt(RunStep fatal) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        if (step == fatal) {
          throw new Killed();
        }
      }
    };
  }

  private static Mapping mapping(String table) {
    Mapping sample = Samples.mapping(LoadMode.MERGE, Repeated.REJECT, LENIENT);
    return new Mapping(
        "dkupp/" + table,
        sample.agency(),
        sample.title(),
        sample.description(),
        sample.zone(),
        sample.source(),
        new TargetSpec(table, List.of("kode"), LoadMode.MERGE, Repeated.REJECT),
        sample.columns(),
        sample.tolerance(),
        sample.drift(),
        sample.text());
  }
}
