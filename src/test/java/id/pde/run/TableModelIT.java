package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Replays.Consent;
import id.pde.run.TableModel.Row;
import id.pde.run.TableModel.Verdict;
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
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random loads, replays, undos and undos of undos: the table is what {@link TableModel} says, every
 * count is, and the table as of every run and instant is what it was then. {@code -Dmodel.seed}
 * repeats one sequence, {@code -Dmodel.rounds} sets how many the long test has.
 */
class TableModelIT {

  private static final long SEED = 20_261_129L;
  private static final int STEPS = 18;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int files;
  private static int taken;
  private static int redone;
  private static int replayed;

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();

  @Test
  void everyStateIsWhatStandsAndStaysKnown() throws Exception {
    Long one = Long.getLong("model.seed");
    for (int round = 0; round < (one == null ? 8 : 1); round++) {
      new Sequence(one == null ? SEED + round : one).play();
    }
    assertThat(one == null ? Math.min(replayed, Math.min(taken, redone)) : 1)
        .as("undos, undos of undos and replays")
        .isPositive();
  }

  @Tag("release")
  @Test
  void everyStateOfManySequencesIsWhatStandsAndStaysKnown() throws Exception {
    for (int round = 0; round < Integer.getInteger("model.rounds", 400); round++) {
      new Sequence(SEED + 1_000 + round).play();
    }
  }

  /** A delivery as it was sent. */
  private record Sent(String name, String content, List<Row> rows) {}

  /** What was there after a run, and an instant at which it was. */
  private record Moment(Map<String, Integer> rows, OffsetDateTime at) {}

  private final class Sequence {

    private final long seed;
    private final Random random;
    private final int key;
    private final boolean fresh;
    private final String table;
    private final TableModel model;
    private final OneDataset dataset = new OneDataset(root, database, clock);
    private final Undoing undoing = new PostgresUndo(database.connections(), clock);
    private final TreeMap<Long, Moment> moments = new TreeMap<>();
    private final Deque<Long> numbers = new ArrayDeque<>();
    private final Map<Long, RunReport> runs = new HashMap<>();
    private final Map<String, Sent> sent = new HashMap<>();
    private final StringBuilder story = new StringBuilder();

    Sequence(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.key = random.nextInt(3);
      // Values of their own confirm nothing, so more can be taken back.
      this.fresh = random.nextBoolean();
      this.table = "acak" + ++files;
      this.model = new TableModel(key);
    }

    void play() throws Exception {
      dataset.begin();
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(4) == 0) {
          // Its run begins after others that come later.
          numbers.add(dataset.warehouse().nextRun());
        }
        int what = runs.size() > 1 ? random.nextInt(10) : 9;
        if (what < 4) {
          undo();
        } else if (what < 6) {
          replay();
        } else {
          load(step);
        }
        if (!moments.isEmpty()) {
          assertThat(values(rows("warehouse." + table)))
              .as("%s", this)
              .isEqualTo(values(model.state()));
        }
      }
      lookBack();
    }

    private void load(int step) throws IOException, SQLException {
      LoadMode mode = mode();
      mapping(mode);
      List<Row> rows = delivery(step);
      Verdict verdict = model.judge(rows, mode);
      story.append("\n  ").append(mode).append(' ').append(rows);
      Sent delivery = new Sent("k" + ++files + ".csv", csv(rows), rows);
      RunReport report = dataset.loadAs(number(), delivery.name(), delivery.content());
      sent.put(report.source().sha256(), delivery);
      story.append(" -> ").append(report.run()).append(' ').append(report.outcome());
      assertThat(report.counts()).as("%s", this).isEqualTo(verdict.counts());
      assertThat(report.counts().balances()).isTrue();
      if (report.outcome().publishes()) {
        model.load(report.run(), verdict, mode);
        published(report);
      } else {
        assertThat(verdict.accepted().size() * 9).as("%s", this).isLessThan(rows.size());
      }
    }

    /** With the mapping as it is by then. */
    private void replay() throws IOException, SQLException {
      List<Long> known = new ArrayList<>(runs.keySet());
      PostgresLedger ledger = new PostgresLedger(database.connections());
      RunReport run = Objects.requireNonNull(ledger.run(known.get(random.nextInt(known.size()))));
      LoadMode mode = mode();
      mapping(mode);
      Consent consent = random.nextBoolean() ? Consent.OVER_LATER : Consent.NONE;
      Replays.Step step =
          new Replays(
                  ledger,
                  new Replays.Originals(any -> true, any -> false),
                  id -> Objects.requireNonNull(dataset.found().mapping()))
              .one(run, null, consent);
      story.append("\n  ").append(mode).append(" replay ").append(run.run()).append(consent);
      Issue hindrance = step.hindrance();
      boolean stands = run.undo().by() == null;
      List<Long> later = ledger.laterLoads(table, run.run());
      String expected =
          run.undo().of() != null
              ? "replay.undo"
              : mode == LoadMode.APPEND
                  ? stands ? "replay.twice" : null
                  : consent == Consent.NONE && !later.isEmpty() ? "replay.later" : null;
      assertThat(hindrance == null ? null : hindrance.code()).as("%s", this).isEqualTo(expected);
      if (hindrance != null) {
        return;
      }
      Sent again = Objects.requireNonNull(sent.get(run.source().sha256()));
      Verdict verdict = model.judge(again.rows(), mode);
      RunReport report = dataset.load(again.name(), again.content(), step.choices());
      story.append(" -> ").append(report.run()).append(' ').append(report.outcome());
      boolean there =
          runs.keySet().stream()
              .map(ledger::run)
              .map(Objects::requireNonNull)
              .filter(other -> other.undo().equals(RunReport.Undo.NONE))
              .anyMatch(other -> other.source().sha256().equals(run.source().sha256()));
      if (there && step.choices().repeat() == Repeat.DUPLICATE) {
        assertThat(report.outcome()).as("%s", this).isEqualTo(RunOutcome.DUPLICATE);
        return;
      }
      assertThat(report.counts()).as("%s", this).isEqualTo(verdict.counts());
      if (report.outcome().publishes()) {
        replayed++;
        model.load(report.run(), verdict, mode);
        published(report);
      }
    }

    private LoadMode mode() {
      return switch (random.nextInt(4)) {
        case 0 -> LoadMode.APPEND;
        case 1 -> LoadMode.REPLACE;
        default -> key == 0 ? LoadMode.APPEND : LoadMode.MERGE;
      };
    }

    /** One that is new, or one that was given away before other runs began. */
    private long number() {
      return numbers.isEmpty() || random.nextBoolean()
          ? dataset.warehouse().nextRun()
          : numbers.remove();
    }

    private List<Row> delivery(int step) {
      List<Row> rows = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        int value = fresh ? 100 * step + i : random.nextInt(3);
        rows.add(
            new Row(
                List.of(
                    Integer.toString(random.nextInt(5)),
                    Integer.toString(random.nextInt(2)),
                    value == 2 ? "" : Integer.toString(value))));
      }
      if (random.nextInt(4) == 0) {
        rows.add(rows.get(0));
      }
      return rows;
    }

    private void mapping(LoadMode mode) throws IOException {
      String keys = List.of("", "key: [nomor], ", "key: [nomor, jenis], ").get(key);
      dataset.mapping(
          """
          source: {format: csv}
          target: {table: %s, %sload: %s}
          columns:
            nomor: {from: "NO", type: integer, required: true}
            jenis: {from: JENIS, type: integer, required: true}
            nilai: {from: NILAI, type: integer}
          tolerance: {rejects: 90%%, shrink: 100%%}
          drift: {new-columns: ignore}
          """
              .formatted(table, keys, mode.name().toLowerCase(Locale.ROOT)));
    }

    private String csv(List<Row> rows) {
      // Tests share a database: the same bytes would be a delivery that is known.
      StringBuilder csv = new StringBuilder("NO,JENIS,NILAI," + table + files + "\n");
      rows.forEach(row -> csv.append(String.join(",", row.values())).append(",\n"));
      return csv.toString();
    }

    private void undo() throws SQLException {
      List<Long> known = new ArrayList<>(moments.keySet());
      // Mostly one of the last.
      int back = 1 + (random.nextBoolean() ? random.nextInt(3) : random.nextInt(known.size()));
      RunReport run = Objects.requireNonNull(runs.get(known.get(Math.max(known.size() - back, 0))));
      story.append("\n  undo ").append(run.run());
      long before = count();
      try {
        RunReport done = undoing.undo(run);
        story.append(" -> ").append(done.run());
        model.undo(run.run(), done.run());
        taken++;
        redone += run.undo().of() == null ? 0 : 1;
        assertThat(done.counts().balances()).isTrue();
        assertThat(count() - before)
            .as("%s", this)
            .isEqualTo(done.counts().inserted() - done.counts().deleted());
        published(done);
      } catch (UndoRefused refused) {
        String code = refused.issue().code();
        story.append(" -> ").append(code);
        boolean right =
            switch (code) {
              case "undo.done" -> true;
              case "undo.again" -> run.undo().of() != null;
              case "undo.confirmed", "undo.moved" -> model.isConfirmed(run.run());
              default -> false;
            };
        assertThat(right).as("%s", this).isTrue();
        assertThat(count()).isEqualTo(before);
      }
    }

    private long count() throws SQLException {
      return rows("warehouse." + table).values().stream().mapToLong(count -> count).sum();
    }

    private void published(RunReport report) throws SQLException {
      assertThat(moments.isEmpty() ? 0 : moments.lastKey())
          .as("numbers rise")
          .isLessThan(report.run());
      runs.put(report.run(), report);
      moments.put(report.run(), new Moment(rows("warehouse." + table), now()));
    }

    private void lookBack() throws SQLException {
      if (moments.isEmpty()) {
        return;
      }
      for (Map.Entry<Long, Moment> then : moments.entrySet()) {
        String run = "_as_of_run(" + then.getKey() + ")";
        String instant = "_as_of('" + then.getValue().at() + "')";
        for (String asOf : List.of(run, instant)) {
          assertThat(rows("history." + table + asOf))
              .as("%s %s", asOf, this)
              .isEqualTo(then.getValue().rows());
          assertThat(bare(rows("mart." + table + asOf, "nomor, jenis, nilai, _run, _period")))
              .as("%s %s", asOf, this)
              .isEqualTo(bare(then.getValue().rows()));
        }
      }
      assertThat(rows("mart." + table + "_as_of('2001-01-01')")).isEmpty();
      assertThat(rows("history." + table + "_as_of_run(0)")).isEmpty();
    }

    @Override
    public String toString() {
      return "seed " + seed + ", key " + key + ":" + story;
    }
  }

  /** Rows without their places. */
  private static Map<String, Integer> bare(Map<String, Integer> rows) {
    Map<String, Integer> bare = new TreeMap<>();
    rows.forEach((row, count) -> bare.merge(row.split("@", -1)[0], count, Integer::sum));
    return bare;
  }

  private static Map<String, Integer> values(Map<?, Integer> rows) {
    Map<String, Integer> values = new TreeMap<>();
    rows.forEach(
        (row, count) ->
            values.merge(
                row instanceof Row model
                    ? String.join("|", model.values())
                    : row.toString().replaceAll("/.*", ""),
                count,
                Integer::sum));
    return values;
  }

  private static Map<String, Integer> rows(String relation) throws SQLException {
    boolean shown = relation.startsWith("mart.");
    return rows(relation, "nomor, jenis, nilai, _run, _period" + (shown ? "" : ", _row"));
  }

  /** {@code nomor|jenis|nilai/_run/_period@_row}, with how often it is there. */
  private static Map<String, Integer> rows(String relation, String columns) throws SQLException {
    Map<String, Integer> rows = new TreeMap<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + columns + " FROM " + relation)) {
      boolean placed = row.getMetaData().getColumnCount() == 6;
      while (row.next()) {
        String nilai = row.getString(3) == null ? "" : row.getString(3);
        String text =
            "%s|%s|%s/%s/%s"
                .formatted(
                    row.getString(1), row.getString(2), nilai, row.getString(4), row.getString(5));
        rows.merge(placed ? text + "@" + row.getString(6) : text, 1, Integer::sum);
      }
    }
    return rows;
  }

  private static OffsetDateTime now() throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }
}
