package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Repeat;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresUndo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others do to the table while a run publishes, and what PostgreSQL says then. */
class PublishFaultsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String FIRST = "NO,NILAI\n1,10\n2,20\n3,30\n";
  private static final String SECOND = "NO,NILAI\n1,11\n2,20\n4,40\n";

  private static int tables;

  @TempDir Path root;
  private String table = "";
  private OneDataset dataset = new OneDataset(Path.of(""), database, new SettableClock());

  @BeforeEach
  void newCity() throws IOException {
    table = "gangguan" + ++tables;
    dataset = new OneDataset(root, database, new SettableClock());
    dataset.begin();
    target("key: [nomor], load: replace");
  }

  private void target(String target) throws IOException {
    dataset.mapping(
        """
        source: {format: csv}
        target: {table: %s, %s}
        columns:
          nomor: {from: "NO", type: integer}
          nilai: {from: NILAI, type: integer}
        tolerance: {shrink: 100%%}
        """
            .formatted(table, target));
  }

  private RunReport load(String content) throws IOException {
    return load(content, RunListener.SILENT);
  }

  private RunReport load(String content, RunListener listener) throws IOException {
    // No other table of this class may know the bytes.
    Path file = Files.writeString(root.resolve("x.csv"), content + "\n".repeat(tables));
    try (Archive archive = dataset.archive()) {
      return dataset.work(Repeat.DUPLICATE).load(archive.keep(file, "x.csv", null), listener);
    }
  }

  private static RunListener at(RunStep wanted, Runnable work) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        if (step == wanted) {
          work.run();
        }
      }
    };
  }

  private List<String> ask(String sql) {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return lines;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows() {
    return ask("SELECT nomor || '=' || nilai FROM warehouse." + table + " ORDER BY 1");
  }

  private void raising(String state, int times) throws SQLException {
    execute("CREATE SEQUENCE warehouse.kali_" + table);
    execute(
        """
        CREATE FUNCTION warehouse.%1$s_ribut() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('warehouse.kali_%1$s') <= %2$d THEN
            RAISE EXCEPTION 'isi rahasia 3573' USING ERRCODE = '%3$s';
          END IF;
          RETURN NEW;
        END $$
        """
            .formatted(table, times, state));
    execute(
        "CREATE TRIGGER ribut BEFORE INSERT OR UPDATE ON warehouse.%1$s FOR EACH STATEMENT EXECUTE FUNCTION warehouse.%1$s_ribut()"
            .formatted(table));
  }

  @Test
  void aTriggerThatRaisesFailsTheRunAndNothingElse() throws Exception {
    load(FIRST);
    raising("P0001", 1_000);
    RunReport failed = load(SECOND);
    assertThat(failed.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(failed.message().en() + failed.details()).doesNotContain("rahasia");
    assertThat(rows()).containsExactly("1=10", "2=20", "3=30");
    execute("DROP TRIGGER ribut ON warehouse." + table);
    assertThat(load(SECOND).outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(rows()).containsExactly("1=11", "2=20", "4=40");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001"})
  void whatPassesByItselfIsTriedAgain(String state) throws Exception {
    load(FIRST);
    raising(state, 2);
    RunReport report = load(SECOND);
    assertThat(report.outcome()).as(report.message().en()).isEqualTo(RunOutcome.LOADED);
    assertThat(rows()).containsExactly("1=11", "2=20", "4=40");
    assertThat(ask("SELECT count(*) FROM pde.run WHERE table_name = '" + table + "'"))
        .containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40P01", "40001"})
  void butNotForEver(String state) throws Exception {
    load(FIRST);
    raising(state, 1_000);
    RunReport report = load(SECOND);
    assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(ask("SELECT last_value FROM warehouse.kali_" + table)).containsExactly("3");
    assertThat(rows()).containsExactly("1=10", "2=20", "3=30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: [nomor], load: replace",
        "key: [nomor], load: merge",
        "key: [nomor], load: append",
        "load: replace",
        "load: append"
      })
  void aPublishNeverTakesAccessExclusive(String target) throws Exception {
    target(target);
    load(FIRST);
    List<String> locks = new ArrayList<>();
    String question =
        """
        SELECT DISTINCT n.nspname || '.' || c.relname || ' ' || l.mode
          FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE l.pid <> pg_backend_pid() AND l.granted AND n.nspname IN ('warehouse', 'history', 'mart', 'versions', 'pde')
        """;
    RunReport report =
        load(
            target.contains("append") ? "NO,NILAI\n7,70\n" : SECOND,
            at(RunStep.RECORDED, () -> locks.addAll(ask(question))));
    assertThat(report.outcome()).as(report.message().en()).isEqualTo(RunOutcome.LOADED);
    assertThat(locks).anyMatch(lock -> lock.startsWith("warehouse." + table + " "));
    assertThat(locks).noneMatch(lock -> lock.endsWith("AccessExclusiveLock"));
  }

  @Test
  void anAnalystWhoReadsForHoursHindersNoPublish() throws Exception {
    load(FIRST);
    try (Connection analyst = database.open();
        Statement statement = analyst.createStatement()) {
      analyst.setAutoCommit(false);
      analyst.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      String sum = "SELECT sum(nilai) FROM mart." + table;
      assertThat(number(statement, sum)).isEqualTo(60);
      RunReport report =
          CompletableFuture.supplyAsync(
                  () -> {
                    try {
                      return load(SECOND);
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .get(20, TimeUnit.SECONDS);
      assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
      assertThat(number(statement, sum)).as("the analyst's own snapshot").isEqualTo(60);
    }
    assertThat(rows()).containsExactly("1=11", "2=20", "4=40");
  }

  private static long number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void aPlanDoesNotWaitForWhoeverHoldsTheTableByHand() throws Exception {
    load(FIRST);
    try (Connection hand = database.open();
        Statement statement = hand.createStatement()) {
      hand.setAutoCommit(false);
      statement.execute("UPDATE warehouse." + table + " SET nilai = 0 WHERE nomor = 1");
      // A plan locks nothing, so it does not wait either.
      Path file = Files.writeString(root.resolve("p.csv"), SECOND);
      try (Archive archive = dataset.archive()) {
        RunReport plan =
            dataset
                .work(Repeat.DUPLICATE)
                .plan(archive.keep(file, "p.csv", null), RunListener.SILENT);
        assertThat(plan.outcome()).isEqualTo(RunOutcome.LOADED);
      }
      hand.rollback();
    }
    assertThat(load(SECOND).outcome()).isEqualTo(RunOutcome.LOADED);
  }

  /** Whatever moment the server ends the session at: the undo is there whole, or not at all. */
  @Test
  void anUndoThatIsCutAnywhereIsWholeOrNothing() throws Exception {
    StringBuilder many = new StringBuilder("NO,NILAI\n");
    for (int i = 1; i <= 20_000; i++) {
      many.append(i).append(',').append(i).append('\n');
    }
    load(many.toString());
    RunReport second = load(many.toString().replaceAll("(\\d+),(\\d+)", "$1,1$2"));
    List<String> before = picture();
    PostgresUndo undoing = new PostgresUndo(database.connections(), new SettableClock());
    long begun = System.nanoTime();
    RunReport undo = undoing.undo(second);
    long length = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    List<String> after = picture();
    assertThat(after).isNotEqualTo(before);
    undoing.undo(undo);
    assertThat(picture()).isEqualTo(before);
    Random random = new Random(20_261_129);
    int whole = 0;
    int nothing = 0;
    for (int i = 0; i < 40; i++) {
      RunReport run =
          Objects.requireNonNull(new PostgresLedger(database.connections()).run(second.run()));
      CompletableFuture<Throwable> undone =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  undoing.undo(run);
                  return new Throwable("none");
                } catch (RunStopped stopped) {
                  return stopped;
                }
              });
      TimeUnit.MILLISECONDS.sleep((long) (random.nextDouble() * (length + 20)));
      ask(
          "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
              + " AND datname = current_database() AND usename = current_user"
              + " AND backend_type = 'client backend'");
      undone.get(30, TimeUnit.SECONDS);
      List<String> now = picture();
      List<String> ledger = ask("SELECT undone_by FROM pde.run WHERE run = " + second.run());
      if (now.equals(after)) {
        whole++;
        long number = Long.parseLong(ledger.get(0));
        undoing.undo(
            Objects.requireNonNull(new PostgresLedger(database.connections()).run(number)));
        assertThat(picture()).isEqualTo(before);
      } else {
        nothing++;
        assertThat(now).isEqualTo(before);
        assertThat(ledger).containsExactly((String) null);
      }
    }
    assertThat(nothing).as("cut before the commit").isPositive();
    assertThat(whole + nothing).isEqualTo(40);
  }

  private List<String> picture() {
    return ask(
        "SELECT count(*) || ' ' || sum(hashtext(nomor || '=' || nilai)) FROM warehouse." + table);
  }

  @Test
  void theIssueOfAFailureNamesNoValue() throws Exception {
    load(FIRST);
    execute("ALTER TABLE warehouse." + table + " ADD CONSTRAINT kecil CHECK (nilai < 35)");
    RunReport failed = load(SECOND);
    assertThat(failed.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(failed.details()).extracting(Issue::message).asString().doesNotContain("40");
  }
}
