package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.RunOutcome;
import id.pde.run.CodeDecisions.By;
import id.pde.run.CodeDecisions.Decided;
import id.pde.run.LoadRequest.Repeat;
import id.pde.source.codes.CodeListCsv;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresCodeQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From values that no list knows to decisions, and to rows that the agency need not send again. */
class CodeQueueIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;

  private static final List<String> PLACES =
      List.of(
          "Ketapang",
          "Pilang",
          "Kedungasem",
          "Pakistaji",
          "Wiroborang",
          "Sukabumi",
          "Mangunharjo",
          "Curahgrinting",
          "Tisnonegaran",
          "Kareng Lor");

  private static final List<String> SLIPS =
      List.of(
          "Ketapank",
          "Pilanq",
          "Kadungsem",
          "Pakistaj",
          "Wirobrank",
          "Sukabmi",
          "Mangunarja",
          "Curahgrintin",
          "Tisnonegarn",
          "Kareng Lhor");

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private String table = "";
  private String list = "";
  private Path mappings = Path.of("unused");
  private OneDataset dataset = new OneDataset(Path.of(""), database, clock);

  @BeforeEach
  void newCity() throws IOException {
    table = "antrean" + ++tables;
    list = "tempat" + tables;
    mappings = root.resolve("mappings");
    dataset = new OneDataset(root, database, clock);
    dataset.begin();
    StringBuilder codes = new StringBuilder("code,name,level,parent\n0,Kanigaran,kecamatan,\n");
    for (int i = 0; i < PLACES.size(); i++) {
      codes.append(i + 1).append(',').append(PLACES.get(i)).append(",kelurahan,0\n");
    }
    Files.writeString(mappings.resolve("codes/" + list + ".csv"), codes);
    mapping("merge", "wait");
  }

  private void mapping(String load, String unknown) throws IOException {
    dataset.mapping(
        """
        source: {format: csv}
        target: {table: %s, key: [nomor], load: %s}
        columns:
          nomor: {from: "NO", type: integer, required: true}
          kelurahan: {from: KEL, type: code(%s), level: kelurahan, unknown: %s}
        tolerance: {rejects: 80%%, shrink: 100%%}
        """
            .formatted(table, load, list, unknown));
  }

  private static String rows(List<String> places) {
    StringBuilder rows = new StringBuilder("NO,KEL\n");
    for (int i = 0; i < places.size(); i++) {
      rows.append(i + 1).append(',').append(places.get(i)).append('\n');
    }
    return rows.toString();
  }

  private RunReport load(String name, String content) throws IOException {
    // A line that differs: the bytes of two tests are not the same delivery.
    return dataset.load(name, content + "999" + tables + "," + PLACES.get(0) + "\n");
  }

  private RunReport replay(RunReport run) {
    try (Archive archive = dataset.archive()) {
      return dataset
          .work(Repeat.FORCE)
          .loadRejects(archive.find(run.source()), run.run(), RunListener.SILENT);
    }
  }

  private Decided decide(String value, String code) {
    return new CodeDecisions(
            new MappingFiles(mappings, new CodeListCsv()),
            new PostgresCodeQueue(database.connections()),
            clock)
        .decide(list, value, code, new By("sari", "ejaan"));
  }

  private List<Undecided> queue(RunReport... runs) {
    List<Long> wanted = List.of(runs).stream().map(RunReport::run).toList();
    return new UndecidedValues(new MappingFiles(mappings, new CodeListCsv()).read())
        .of(new PostgresCodeQueue(database.connections())).stream()
            .filter(one -> one.runs().stream().anyMatch(wanted::contains))
            .toList();
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void tenUnknownSpellingsAreDecidedOnceAndForAll() throws Exception {
    List<String> places = new ArrayList<>(PLACES);
    places.addAll(SLIPS);
    RunReport first = load("januari.csv", rows(places));

    assertThat(first.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(first.counts().accepted()).isEqualTo(11);
    List<Undecided> waiting = queue(first);
    assertThat(waiting).extracting(Undecided::value).containsExactlyInAnyOrderElementsOf(SLIPS);
    for (Undecided one : waiting) {
      int place = SLIPS.indexOf(one.value());
      assertThat(one.rows()).isEqualTo(1);
      assertThat(one.agencies()).containsExactly("dinsos");
      assertThat(one.suggestions().get(0).code().name()).isEqualTo(PLACES.get(place));
      assertThat(decide(one.value(), PLACES.get(place))).isInstanceOf(Decided.Kept.class);
    }

    RunReport second = replay(first);

    assertThat(second.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(second.counts().read()).isEqualTo(10);
    assertThat(second.counts().inserted()).isEqualTo(10);
    assertThat(second.related()).isEqualTo(first.run());
    assertThat(queue(first, second)).isEmpty();
    assertThat(number("SELECT count(*) FROM warehouse." + table)).isEqualTo(21);
    assertThat(
            number(
                "SELECT count(*) FROM pde.quarantine WHERE settled_by IS NULL AND run = "
                    + first.run()))
        .isZero();
    assertThat(load("februari.csv", rows(SLIPS)).outcome()).isEqualTo(RunOutcome.LOADED);
  }

  @Test
  void whatIsNotDecidedGoesOnWaitingInTheNewRun() throws Exception {
    RunReport first = load("a.csv", rows(List.of("Ketapank", "Pilanq", "Pilang")));
    decide("ketapank", "1");

    RunReport second = replay(first);

    assertThat(second.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(second.counts().inserted()).isEqualTo(1);
    assertThat(queue(first)).isEmpty();
    assertThat(queue(second)).extracting(Undecided::value).containsExactly("Pilanq");
    RunReport third = replay(second);
    assertThat(third.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(third.details().get(0).code()).isEqualTo("replay.nothing");
    decide("Pilanq", "2");
    assertThat(replay(second).outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(number("SELECT count(*) FROM warehouse." + table)).isEqualTo(4);
  }

  @Test
  void aKeyThatCameAgainMeanwhileIsNotOverwritten() throws Exception {
    RunReport first = load("a.csv", rows(List.of("Ketapank", "Pilanq")));
    load("b.csv", rows(List.of("Sukabumi")));
    decide("Ketapank", "1");
    decide("Pilanq", "2");

    RunReport replayed = replay(first);

    assertThat(replayed.details()).extracting(issue -> issue.code()).contains("key.newer");
    assertThat(replayed.counts().inserted()).isEqualTo(1);
    assertThat(number("SELECT kelurahan::int FROM warehouse." + table + " WHERE nomor = 1"))
        .isEqualTo(6);
    assertThat(number("SELECT kelurahan::int FROM warehouse." + table + " WHERE nomor = 2"))
        .isEqualTo(2);
  }

  @Test
  void rowsJoinATableThatTheirDeliveryReplacedUntilAnotherReplacesIt() throws Exception {
    mapping("replace", "wait");
    RunReport first = load("a.csv", rows(List.of("Ketapank", "Pilanq", "Pilang")));
    decide("Ketapank", "1");
    RunReport second = replay(first);
    assertThat(number("SELECT count(*) FROM warehouse." + table)).isEqualTo(3);
    decide("Pilanq", "2");
    load("b.csv", rows(List.of("Sukabumi")));

    RunReport late = replay(second);

    assertThat(late.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(late.details().get(0).code()).isEqualTo("replay.replaced");
    assertThat(number("SELECT count(*) FROM warehouse." + table)).isEqualTo(2);
  }

  @Test
  void refusesWhereTheMappingReadsOtherRowsByNow() throws Exception {
    RunReport first = load("a.csv", rows(List.of("Pilang", "Ketapank", "Pilanq")));
    decide("Ketapank", "1");
    Path file = mappings.resolve("dinsos/bantuan.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("{format: csv}", "{format: csv, header: {row: 2}}")
            .replace("from: \"NO\"", "from: \"1\"")
            .replace("from: KEL", "from: Pilang"));

    RunReport replayed = replay(first);

    assertThat(replayed.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(replayed.details().get(0).code()).isEqualTo("replay.moved");
  }

  @Test
  void keepsValuesThatWereLoadedWithoutACode() throws Exception {
    mapping("merge", "keep");
    RunReport run = load("a.csv", rows(List.of("Ketapank", "KETAPANK")));

    assertThat(run.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(queue(run)).hasSize(1);
    assertThat(queue(run).get(0).rows()).isEqualTo(2);
    assertThat(queue(run).get(0).waiting()).isZero();
    mapping("merge", "reject");
    assertThat(queue(load("b.csv", rows(List.of("Pilanq"))))).isEmpty();
  }

  @Test
  void takesNoDecisionThatHelpsNobody() throws Exception {
    load("a.csv", rows(List.of("Ketapank")));

    assertThat(decide("Pilanq", "2")).isInstanceOf(Decided.Refused.class);
    assertThat(decide("Ketapank", "0")).isInstanceOf(Decided.Refused.class);
    assertThat(decide("Ketapank", "tidak ada")).isInstanceOf(Decided.Refused.class);
    assertThat(mappings.resolve("codes/" + list + ".decisions.csv")).doesNotExist();
    assertThat(decide("Ketapank", "Ketapang")).isInstanceOf(Decided.Kept.class);
    assertThat(Files.readString(mappings.resolve("codes/" + list + ".decisions.csv")))
        .startsWith("value,code,who,when,why\nKetapank,1,sari,")
        .endsWith(",ejaan\n");
    assertThat(decide("Ketapank", "2")).isInstanceOf(Decided.Refused.class);
  }
}
