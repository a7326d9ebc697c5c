package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.RunOutcome;
import id.pde.run.Approving.Person;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.Overview.Rejects;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Kind;
import id.pde.run.overview.RowDecisions;
import id.pde.run.overview.RowDecisions.Answer;
import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import id.pde.run.overview.RowMarks.Decided;
import id.pde.run.overview.RowState;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresCodeQueue;
import id.pde.warehouse.PostgresUndo;
import id.pde.warehouse.console.Pool;
import id.pde.warehouse.console.PostgresOverview;
import id.pde.warehouse.console.PostgresQuarantine;
import id.pde.warehouse.console.PostgresRowMarks;
import id.pde.warehouse.ledger.DecidingTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are set aside: counted nowhere as open, read by nobody, and back as they were. */
class RowMarksIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private final Pool pool = new Pool(database::connections);
  private final PostgresQuarantine quarantine = new PostgresQuarantine(pool);
  private final PostgresRowMarks marks = new PostgresRowMarks(database::connections);
  private OneDataset dataset = new OneDataset(Path.of(""), database, clock);
  private String list = "";

  @BeforeEach
  void newCity() throws IOException {
    list = "desa" + ++tables;
    dataset = new OneDataset(root, database, clock);
    dataset.begin();
    Files.writeString(
        dataset.mappings().resolve("codes/" + list + ".csv"), "code,name\n1,Pilang\n2,Ketapang\n");
    mapping("merge", "integer");
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private void mapping(String load, String type) throws IOException {
    dataset.mapping(
        """
        source: {format: csv}
        target: {table: tanda%d, key: [nomor], load: %s}
        columns:
          nomor: {from: "NO", type: integer, required: true}
          nilai: {from: NILAI, type: %s}
          tempat: {from: TEMPAT, type: code(%s), unknown: wait}
        tolerance: {rejects: 100%%, shrink: 100%%}
        """
            .formatted(tables, load, type, list));
  }

  /** Five rows: one good, two whose number is none, one of an unknown place, one with both. */
  private RunReport first() throws IOException {
    RunReport run =
        dataset.load(
            "a.csv",
            "NO,NILAI,TEMPAT\n1,%d,Pilang\n2,x,Pilang\n3,y,Pilang\n4,4,Pilank\n5,z,Pilank\n"
                .formatted(tables));
    assertThat(run.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(run.counts().rejected()).isEqualTo(4);
    return run;
  }

  private RunReport replay(RunReport run) {
    try (Archive archive = dataset.archive()) {
      return dataset
          .work(Repeat.FORCE)
          .loadRejects(archive.find(run.source()), run.run(), RunListener.SILENT);
    }
  }

  private RunReport undo(RunReport run) {
    return new PostgresUndo(database.connections(), clock).undo(run);
  }

  private List<Rejected> rows(RunReport run) {
    return new PostgresOverview(pool).rejected(new Rejects(run.run(), null, null, -1, 100));
  }

  private List<RowState> states(RunReport run) {
    return rows(run).stream().map(Rejected::state).toList();
  }

  private Chosen.Rows picked(RunReport run, int... positions) {
    List<Rejected> rows = rows(run);
    List<RowMarks.Key> keys = new ArrayList<>();
    for (int position : positions) {
      keys.add(new RowMarks.Key(run.run(), rows.get(position).ordinal()));
    }
    return new Chosen.Rows(keys);
  }

  private Decided decide(Act act, Chosen chosen) {
    return marks.decide(act, chosen, new Person("sari", act == Act.IGNORE ? "contoh lama" : ""));
  }

  private static Facets of(RunReport run) {
    return Facets.of(null).in(Set.of(run.run()));
  }

  private List<String> kinds(Facets which) {
    return quarantine.kinds(which).stream().map(RowMarksIT::told).sorted().toList();
  }

  private static String told(Kind kind) {
    return kind.code() + " " + kind.issues();
  }

  private long open(RunReport run) {
    return quarantine.shares(of(run)).stream().mapToLong(share -> share.rows()).sum();
  }

  private long undecided(RunReport run) {
    return new PostgresCodeQueue(database.connections())
        .waiting().stream()
            .filter(one -> one.run() == run.run())
            .mapToLong(one -> one.unmatched().rows())
            .sum();
  }

  @Test
  void whatIsSetAsideCountsNowhereAsOpenAndComesBackAsItWas() throws IOException {
    RunReport run = first();
    assertThat(kinds(of(run))).containsExactly("code.unknown 2", "integer.invalid 3");

    assertThat(decide(Act.IGNORE, picked(run, 0, 3)))
        .isEqualTo(new Decided.Kept(2, List.of(run.run())));

    assertThat(states(run))
        .containsExactly(RowState.IGNORED, RowState.OPEN, RowState.OPEN, RowState.IGNORED);
    assertThat(rows(run).get(0).aside()).isNotNull();
    assertThat(open(run)).isEqualTo(2);
    assertThat(kinds(of(run))).containsExactly("code.unknown 1", "integer.invalid 1");
    assertThat(kinds(of(run).being(RowState.IGNORED)))
        .containsExactly("code.unknown 1", "integer.invalid 2");
    assertThat(undecided(run)).isEqualTo(1);
    assertThat(quarantine.rows(of(run), null, 10)).hasSize(2);
    assertThat(quarantine.rows(of(run).being(RowState.IGNORED), null, 10)).hasSize(2);
    RunReport told = new id.pde.warehouse.PostgresLedger(database.connections()).run(run.run());
    assertThat(told).isNotNull();
    assertThat(told.counts()).isEqualTo(run.counts());

    decide(Act.REOPEN, picked(run, 0, 3));

    assertThat(states(run)).containsOnly(RowState.OPEN);
    assertThat(kinds(of(run))).containsExactly("code.unknown 2", "integer.invalid 3");
    assertThat(undecided(run)).isEqualTo(2);
  }

  @Test
  void whoComesSecondIsToldWhatTheRowIsAndNothingIsHalfDone() throws IOException {
    RunReport run = first();
    decide(Act.IGNORE, picked(run, 1));

    Answer answer =
        new RowDecisions(marks)
            .decide(Act.IGNORE, picked(run, 0, 1, 2), new Person("budi", "lain <b>"));

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    Answer.Refused refused = (Answer.Refused) answer;
    assertThat(refused.code()).isEqualTo("quarantine.changed");
    assertThat(refused.message().en())
        .contains("1 of 3 rows", "ignored by sari", "contoh lama", "nothing was changed");
    assertThat(states(run))
        .containsExactly(RowState.OPEN, RowState.IGNORED, RowState.OPEN, RowState.OPEN);
  }

  @Test
  void twoAtOnceDecideOnceBetweenThem() throws Exception {
    RunReport run = first();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Chosen.Rows rows = picked(run, 0, 1, 2, 3);
      Callable<Decided> one = () -> decide(Act.IGNORE, rows);
      List<Decided> all = new ArrayList<>();
      for (Future<Decided> future : two.invokeAll(List.of(one, one))) {
        all.add(future.get());
      }
      assertThat(all).hasOnlyElementsOfTypes(Decided.Kept.class, Decided.Changed.class);
      assertThat(all.stream().filter(Decided.Kept.class::isInstance)).hasSize(1);
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void allThatMatchAreOnlyThoseThatWereSeen() throws IOException {
    RunReport run = first();
    Facets kind =
        new Facets(
            RowState.OPEN, null, null, "integer.invalid", "nilai", Set.of(run.run()), run.run());
    assertThat(marks.count(kind)).isEqualTo(3);

    assertThat(decide(Act.IGNORE, new Chosen.Matching(kind, 2)))
        .isEqualTo(new Decided.Changed(2, 3, List.of()));
    assertThat(states(run)).containsOnly(RowState.OPEN);
    assertThat(decide(Act.IGNORE, new Chosen.Matching(kind, 3)))
        .isEqualTo(new Decided.Kept(3, List.of(run.run())));
    assertThat(states(run))
        .containsExactly(RowState.IGNORED, RowState.IGNORED, RowState.OPEN, RowState.IGNORED);
  }

  @Test
  void nobodyDecidesOverRowsThatAreBeingReadAgain() throws Exception {
    RunReport run = first();
    try (Connection reading = database.open()) {
      reading.setAutoCommit(false);
      DecidingTurn.read(reading, run.run());
      assertThat(decide(Act.IGNORE, picked(run, 0))).isEqualTo(new Decided.Busy(run.run()));
      reading.rollback();
    }
    assertThat(decide(Act.IGNORE, picked(run, 0))).isInstanceOf(Decided.Kept.class);
  }

  /** What was set aside while a replay read the others is not taken for read when it is redone. */
  @Test
  void aReplayReadsOnlyWhatIsOpenAndItsUndoBringsExactlyThatBack() throws IOException {
    RunReport run = first();
    decide(Act.IGNORE, picked(run, 0));
    mapping("merge", "integer, invalid: empty");

    RunReport replay = replay(run);

    assertThat(replay.counts().read()).isEqualTo(3);
    assertThat(states(run))
        .containsExactly(RowState.IGNORED, RowState.FIXED, RowState.FIXED, RowState.FIXED);
    assertThat(open(run)).isZero();
    RunReport back = undo(replay);
    assertThat(states(run))
        .containsExactly(RowState.IGNORED, RowState.OPEN, RowState.OPEN, RowState.OPEN);
    assertThat(kinds(of(run))).containsExactly("code.unknown 2", "integer.invalid 2");
    decide(Act.REOPEN, picked(run, 0));
    decide(Act.IGNORE, picked(run, 1));
    undo(back);
    assertThat(states(run))
        .containsExactly(RowState.OPEN, RowState.FIXED, RowState.FIXED, RowState.FIXED);
    assertThat(kinds(of(run))).containsExactly("integer.invalid 1");
  }

  @Test
  void aCorrectedDeliverySupersedesAndItsUndoBringsTheMarkBack() throws IOException {
    mapping("replace", "integer");
    RunReport run = first();
    decide(Act.IGNORE, picked(run, 0));

    RunReport corrected =
        dataset.load("a.csv", "NO,NILAI,TEMPAT\n1,%d,Pilang\n2,2,Pilang\n".formatted(tables));

    assertThat(states(run)).containsOnly(RowState.SUPERSEDED);
    undo(corrected);
    assertThat(states(run))
        .containsExactly(RowState.IGNORED, RowState.OPEN, RowState.OPEN, RowState.OPEN);
    assertThat(kinds(of(run))).containsExactly("code.unknown 2", "integer.invalid 2");
    undo(run);
    assertThat(states(run)).containsOnly(RowState.UNDONE);
    assertThat(decide(Act.REOPEN, picked(run, 0))).isInstanceOf(Decided.Changed.class);
  }

  @Test
  void aReasonIsNeededAndBounded() throws IOException {
    RunReport run = first();
    for (String reason : List.of("", " \n ", "x".repeat(501))) {
      assertThat(
              new RowDecisions(marks)
                  .decide(Act.IGNORE, picked(run, 0), new Person("sari", reason)))
          .extracting(answer -> ((Answer.Refused) answer).code())
          .isEqualTo("quarantine.reason");
    }
    assertThat(states(run)).containsOnly(RowState.OPEN);
  }
}
