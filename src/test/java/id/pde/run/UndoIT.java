package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.RunOutcome;
import id.pde.run.Undoing.Preview;
import id.pde.run.Undoing.UndoRefused;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresUndo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are taken back, and what they leave. */
class UndoIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;
  private static int files;

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private String table = "";
  private OneDataset dataset = new OneDataset(Path.of(""), database, clock);

  @BeforeEach
  void newCity() throws IOException {
    table = "batal" + ++tables;
    dataset = new OneDataset(root, database, clock);
    dataset.begin();
    mapping("key: [nomor], load: merge");
  }

  private void mapping(String target) throws IOException {
    dataset.mapping(
        """
        source: {format: csv}
        target: {table: %s, %s}
        columns:
          nomor: {from: "NO", type: integer, required: true}
          nilai: {from: NILAI, type: integer}
        tolerance: {rejects: 90%%, shrink: 100%%}
        drift: {new-columns: ignore}
        """
            .formatted(table, target));
  }

  private RunReport load(String... rows) throws IOException {
    String name = "kiriman" + ++files + ".csv";
    // Tests share a database: the same bytes would be a delivery that is known.
    return dataset.load(name, "NO,NILAI,%d\n".formatted(files) + String.join(",\n", rows) + ",\n");
  }

  private Undoing undoing() {
    return new PostgresUndo(database.connections(), clock);
  }

  private RunReport undo(RunReport run) {
    return undoing().undo(run);
  }

  private RunReport known(RunReport run) {
    return Objects.requireNonNull(new PostgresLedger(database.connections()).run(run.run()));
  }

  /** Key to value, of the rows as they are. */
  private Map<Long, String> rows() throws SQLException {
    return rows("SELECT nomor, nilai FROM warehouse." + table);
  }

  /** The same as it was after a run. */
  private Map<Long, String> rows(long asOf) throws SQLException {
    return rows(
        """
        SELECT nomor, nilai FROM warehouse.%1$s WHERE coalesce(_since, _run) <= %2$d
        UNION ALL
        SELECT nomor, nilai FROM history.%1$s
         WHERE coalesce(_since, _run) <= %2$d AND _run_ended > %2$d
        """
            .formatted(table, asOf));
  }

  private Map<Long, String> rows(String sql) throws SQLException {
    Map<Long, String> rows = new TreeMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        assertThat(rows.put(row.getLong(1), String.valueOf(row.getString(2)))).isNull();
      }
    }
    return rows;
  }

  private static String code(Runnable taken) {
    try {
      taken.run();
      return "done";
    } catch (UndoRefused refused) {
      return refused.issue().code() + ": " + refused.issue().message().en();
    }
  }

  @Test
  void bringsBackWhatARunAddedChangedAndDeleted() throws Exception {
    mapping("key: [nomor], load: replace");
    load("1,10", "2,20", "3,30");
    Map<Long, String> before = rows();
    RunReport second = load("1,11", "4,40");

    Preview preview = undoing().preview(second);
    assertThat(preview).isEqualTo(new Preview(1, 1, 2, 0, List.of(), 0, List.of()));
    assertThat(rows()).isEqualTo(Map.of(1L, "11", 4L, "40"));

    RunReport done = undo(second);
    assertThat(rows()).isEqualTo(before);
    assertThat(done.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(done.message().en())
        .isEqualTo(
            "Run %d was taken back: rows removed: 1, set back to what they were: 1, brought back: 2, kept"
                    .formatted(second.run())
                + " because a later run changed them: 0.");
    assertThat(known(second).undo().by()).isEqualTo(done.run());
    assertThat(known(done).undo().of()).isEqualTo(second.run());
    assertThat(known(done).counts()).isEqualTo(done.counts());
    assertThat(rows("SELECT nomor, _run FROM warehouse." + table).values())
        .doesNotContain(Long.toString(done.run()));
  }

  @Test
  void keepsWhatALaterRunChanged() throws Exception {
    load("1,10", "2,20");
    RunReport wrong = load("1,11", "2,21", "3,31");
    RunReport later = load("2,22");

    Preview preview = undoing().preview(wrong);
    assertThat(preview).isEqualTo(new Preview(1, 1, 0, 1, List.of(later.run()), 0, List.of()));
    undo(wrong);
    assertThat(rows()).isEqualTo(Map.of(1L, "10", 2L, "22"));
  }

  @Test
  void canBeTakenBackItself() throws Exception {
    load("1,10", "2,20");
    RunReport second = load("1,11", "3,30");
    Map<Long, String> after = rows();
    RunReport undone = undo(second);
    RunReport redone = undo(undone);

    assertThat(rows()).isEqualTo(after);
    assertThat(known(second).undo().by()).isNull();
    assertThat(known(undone).undo().by()).isEqualTo(redone.run());
    assertThat(code(() -> undo(undone))).startsWith("undo.done: run " + undone.run());
    undo(redone);
    assertThat(rows()).isEqualTo(Map.of(1L, "10", 2L, "20"));
    assertThat(known(second).undo().by()).isEqualTo(undone.run());
  }

  @Test
  void letsTheSameDeliveryComeAgain() throws Exception {
    load("1,10");
    String content = "NO,NILAI\n1,11\n";
    RunReport second = dataset.load("sama" + ++files + ".csv", content + table + ",1\n");
    assertThat(dataset.load("sama" + files + ".csv", content + table + ",1\n").outcome())
        .isEqualTo(RunOutcome.DUPLICATE);
    RunReport undone = undo(second);
    RunReport again = dataset.load("sama" + files + ".csv", content + table + ",1\n");

    assertThat(again.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(rows()).isEqualTo(Map.of(1L, "11"));
    assertThat(code(() -> undo(undone)))
        .isEqualTo(
            "undo.again: run %d cannot be taken back: the same delivery was loaded again by run %d"
                .formatted(undone.run(), again.run()));
  }

  @Test
  void letsNoDeliveryStandTwiceHoweverOftenItWasTakenBack() throws Exception {
    load("1,10");
    String content = "NO,NILAI\n1,11\n" + table + ",1\n";
    RunReport second = dataset.load("sering" + ++files + ".csv", content);
    RunReport redone = undo(undo(second));
    RunReport undone = undo(redone);
    RunReport again = dataset.load("sering" + files + ".csv", content);

    assertThat(again.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(code(() -> undo(undone))).startsWith("undo.again: run " + undone.run());
    undo(again);
    undo(undone);
    assertThat(rows()).isEqualTo(Map.of(1L, "11"));
  }

  @Test
  void refusesWhatALaterDeliveryConfirmed() throws Exception {
    RunReport first = load("1,10", "2,20");
    RunReport second = load("1,10", "3,30");

    assertThat(code(() -> undoing().preview(first)))
        .isEqualTo(
            "undo.confirmed: run %d cannot be taken back: later deliveries held the same rows"
                    .formatted(first.run())
                + " unchanged: run "
                + second.run());
    undo(second);
    undo(first);
    assertThat(rows()).isEmpty();
    assertThat(code(() -> undo(first))).startsWith("undo.done");
  }

  @Test
  void refusesARunThatLoadedNothing() throws Exception {
    load("1,10");
    RunReport refused = load();
    assertThat(refused.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(code(() -> undo(refused))).startsWith("undo.nothing");
  }

  @Test
  void takesAppendedAndReplacedRowsBackThatHaveNoKey() throws Exception {
    mapping("load: append");
    load("1,10");
    RunReport second = load("2,10", "3,20");
    undo(second);
    assertThat(rows()).isEqualTo(Map.of(1L, "10"));

    newCity();
    mapping("load: replace");
    load("1,10", "2,20");
    RunReport whole = load("3,30");
    undo(whole);
    assertThat(rows()).isEqualTo(Map.of(1L, "10", 2L, "20"));
  }

  @Test
  void leavesRowsWhoseOldVersionLacksWhatTheTableWantsByNow() throws Exception {
    load("1,", "2,20");
    RunReport second = load("1,11", "2,21");
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE warehouse." + table + " ALTER COLUMN nilai SET NOT NULL");
    }
    Preview preview = undoing().preview(second);
    assertThat(preview.impossible()).isEqualTo(1);
    assertThat(preview.lacking()).containsExactly("nilai");
    undo(second);
    assertThat(rows()).isEqualTo(Map.of(1L, "11", 2L, "20"));
  }

  @Test
  void isBusyWhileAnotherRunHoldsTheTable() throws Exception {
    RunReport first = load("1,10");
    MappingFiles.Found found = dataset.found();
    Warehouse.Order order =
        new Warehouse.Order(
            dataset.warehouse().nextRun(),
            Objects.requireNonNull(found.mapping()),
            "0".repeat(64),
            Warehouse.Intent.LOAD,
            Duration.ZERO,
            RunListener.SILENT);
    try (Warehouse.Publication open = dataset.warehouse().open(order)) {
      assertThat(open).isNotNull();
      assertThatThrownBy(() -> undo(first)).isInstanceOf(TableBusy.class);
    }
    undo(first);
    assertThat(rows()).isEmpty();
  }

  /** Loads in any order of modes, taken back newest first: every step is the state of before. */
  @Test
  void goesBackStepByStepAndKeepsEveryStateInMind() throws Exception {
    Random random = new Random(20261129);
    for (int round = 0; round < 6; round++) {
      newCity();
      Deque<RunReport> runs = new ArrayDeque<>();
      Deque<Map<Long, String>> states = new ArrayDeque<>();
      Map<Long, Map<Long, String>> known = new TreeMap<>();
      states.push(Map.of());
      for (int step = 0; step < 14; step++) {
        boolean back = runs.size() > 1 && random.nextInt(3) == 0;
        RunReport made;
        if (back) {
          made = undo(runs.pop());
          states.pop();
        } else {
          mapping("key: [nomor], load: " + (random.nextInt(3) == 0 ? "replace" : "merge"));
          List<String> rows = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            if (random.nextBoolean()) {
              // A value of its own: nothing is confirmed.
              rows.add(i + "," + (1_000 * files + 10 * step + i));
            }
          }
          rows.add("99," + (1_000 * files + 999));
          made = load(rows.toArray(String[]::new));
          assertThat(made.outcome()).isEqualTo(RunOutcome.LOADED);
          runs.push(made);
          states.push(rows());
        }
        assertThat(rows()).isEqualTo(states.peek());
        known.put(made.run(), rows());
      }
      if (known.size() > runs.size()) {
        for (Map.Entry<Long, Map<Long, String>> state : known.entrySet()) {
          assertThat(rows(state.getKey()))
              .as("after run " + state.getKey())
              .isEqualTo(state.getValue());
        }
      }
    }
  }
}
