package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.FilterReason;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Undoing.UndoRefused;
import id.pde.testing.TestDatabase;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How deliveries meet the rows of their table, mode by mode. */
class LoadModesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;
  private static int files;

  @TempDir Path root;
  private final SettableClock clock = new SettableClock();
  private String table = "";
  private OneDataset dataset = new OneDataset(Path.of(""), database, clock);

  @BeforeEach
  void newCity() throws IOException {
    table = "cara" + ++tables;
    dataset = new OneDataset(root, database, clock);
    dataset.begin();
  }

  private void mapping(String target, String columns) throws IOException {
    dataset.mapping(text(target, columns));
  }

  private String text(String target, String columns) {
    return """
        source: {format: csv}
        period: {from: filename, pattern: "(?<tahun>\\\\d{4})"}
        target: {table: %s, %s}
        columns:
        %s
        tolerance: {rejects: 90%%, shrink: 100%%, empty: accept}
        drift: {new-columns: ignore}
        """
        .formatted(table, target, columns.indent(2));
  }

  private static final String PRICES =
      """
      pasar: {from: PASAR, type: text}
      barang: {from: BARANG, type: text}
      harga: {from: HARGA, type: integer}
      """;

  private RunReport load(int year, String head, String... rows) throws IOException {
    // Tests share a database: the same bytes would be a delivery that is known.
    return dataset.load(name(year), content(head, rows));
  }

  private static String name(int year) {
    return "kiriman " + year + ".csv";
  }

  private static String content(String head, String... rows) {
    return head + "," + ++files + "\n" + String.join(",\n", rows) + ",\n";
  }

  private RunReport force(int year, String content) throws IOException {
    Path file = root.resolve(name(year));
    Files.writeString(file, content);
    try (Archive archive = dataset.archive()) {
      return dataset
          .work(Repeat.FORCE)
          .load(archive.keep(file, name(year), null), RunListener.SILENT);
    }
  }

  private void undo(RunReport run) {
    new PostgresUndo(database.connections(), clock).undo(run);
  }

  private List<String> rows(String columns) throws SQLException {
    return query("SELECT concat_ws(' ', " + columns + ") FROM warehouse." + table + " ORDER BY 1");
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static final String HEAD = "PASAR,BARANG,HARGA";

  @Test
  void aDeliveryReplacesItsPeriodAndLeavesTheOthers() throws Exception {
    mapping("key: [pasar, barang], load: replace, per: period", PRICES);
    RunReport first = load(2023, HEAD, "Baru,beras,10", "Baru,gula,20");
    load(2024, HEAD, "Baru,beras,11", "Baru,gula,21");
    RunReport late = load(2023, HEAD, "Baru,beras,12");
    RunReport other = load(2025, HEAD, "Baru,beras,15");
    assertThat(late.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(late.counts().updated()).isEqualTo(1);
    assertThat(late.counts().deleted()).isEqualTo(1);
    assertThat(rows("_period, pasar, barang, harga"))
        .containsExactly(
            "2023 Baru beras 12", "2024 Baru beras 11", "2024 Baru gula 21", "2025 Baru beras 15");
    assertThatThrownBy(() -> undo(first))
        .isInstanceOf(UndoRefused.class)
        .hasMessageContaining("undo.parts");
    undo(late);
    undo(other);
    assertThat(rows("_period, pasar, barang, harga"))
        .containsExactly(
            "2023 Baru beras 10", "2023 Baru gula 20", "2024 Baru beras 11", "2024 Baru gula 21");
  }

  @Test
  void rowsWithoutAKeyAreReplacedPerPeriodToo() throws Exception {
    mapping("load: replace, per: period", PRICES);
    load(2023, HEAD, "Baru,beras,10", "Baru,beras,10");
    load(2024, HEAD, "Baru,beras,10");
    RunReport again = load(2023, HEAD, "Baru,beras,10", "Baru,gula,5");
    assertThat(again.counts().unchanged()).isEqualTo(1);
    assertThat(again.counts().deleted()).isEqualTo(1);
    assertThat(rows("_period, barang, harga"))
        .containsExactly("2023 beras 10", "2023 gula 5", "2024 beras 10");
  }

  @Test
  void withoutAPeriodNothingIsReplacedPerPeriod() throws Exception {
    dataset.mapping(
        text("key: [pasar, barang], load: replace, per: period", PRICES)
            .replaceAll("period: \\{from.*\n", ""));
    RunReport run = load(2023, HEAD, "Baru,beras,10");
    assertThat(run.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(run.issues()).extracting(RunReport.IssueCount::code).contains("period.needed");
  }

  @Test
  void aMarketReplacesItsOwnRows() throws Exception {
    mapping("key: [pasar, barang], load: replace, per: [pasar]", PRICES);
    load(2024, HEAD, "Baru,beras,10", "Baru,gula,20", "Gotong Royong,beras,11");
    RunReport part = load(2024, HEAD, "Baru,beras,12");
    assertThat(part.counts().deleted()).isEqualTo(1);
    assertThat(rows("pasar, barang, harga"))
        .containsExactly("Baru beras 12", "Gotong Royong beras 11");
    RunReport unnamed = load(2024, HEAD, "Baru,beras,12", ",gula,1");
    assertThat(unnamed.counts().rejected()).isEqualTo(1);
    assertThat(unnamed.counts().unchanged()).isEqualTo(1);
  }

  @Test
  void theGuardAgainstShrinkingLooksAtThePart() throws Exception {
    String loose = text("key: [barang], load: replace, per: [pasar]", PRICES);
    dataset.mapping(loose.replace("shrink: 100%", "shrink: 20%"));
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add("Besar,barang" + i + ",1");
    }
    load(2024, HEAD, many.toArray(String[]::new));
    load(2024, HEAD, "Kecil,a,1", "Kecil,b,1");
    RunReport half = load(2024, HEAD, "Kecil,a,1");
    assertThat(half.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(half.issues()).extracting(RunReport.IssueCount::code).contains("shrink.exceeded");
  }

  @Test
  void aLateDeliveryDoesNotTakeRowsBackInTime() throws Exception {
    mapping("key: [barang], load: merge", PRICES);
    load(2024, HEAD, "Baru,beras,24");
    String old = content(HEAD, "Baru,beras,22", "Baru,garam,9");
    RunReport late = dataset.load(name(2022), old);
    assertThat(late.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(late.counts().filtered()).isEqualTo(1);
    assertThat(late.filtered()).containsEntry(FilterReason.LATE, 1L);
    assertThat(late.issues()).extracting(RunReport.IssueCount::code).contains("period.late");
    assertThat(rows("barang, harga, _period")).containsExactly("beras 24 2024", "garam 9 2022");
    RunReport forced = force(2022, old);
    assertThat(forced.counts().updated()).isEqualTo(1);
    assertThat(rows("barang, harga, _period")).containsExactly("beras 22 2022", "garam 9 2022");
  }

  @Test
  void aWholeTableIsNotReplacedByAnEarlierPeriod() throws Exception {
    mapping("key: [barang], load: replace", PRICES);
    load(2024, HEAD, "Baru,beras,24");
    String old = content(HEAD, "Baru,beras,22");
    RunReport late = dataset.load(name(2022), old);
    assertThat(late.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(late.issues()).extracting(RunReport.IssueCount::code).contains("period.late");
    assertThat(force(2022, old).outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(rows("barang, harga")).containsExactly("beras 22");
  }

  private static final String MARKED = PRICES + "status: {from: STATUS, type: text}\n";

  @Test
  void markedRowsDeleteThoseOfTheirKey() throws Exception {
    String target = "key: [barang], load: merge, delete-when: \"status == 'HAPUS'\"";
    mapping(target, MARKED.replace("HARGA, type: integer", "HARGA, type: integer, required: true"));
    String head = HEAD + ",STATUS";
    RunReport first = load(2024, head, "Baru,beras,1,", "Baru,gula,2,", "Baru,x,,HAPUS");
    assertThat(first.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(first.counts().inserted()).isEqualTo(2);
    assertThat(first.filtered()).containsEntry(FilterReason.DELETION, 1L);
    RunReport marked = load(2024, head, "Baru,beras,,HAPUS", "Baru,gula,3,", "Baru,tak ada,,HAPUS");
    assertThat(marked.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(marked.counts().deleted()).isEqualTo(1);
    assertThat(marked.counts().updated()).isEqualTo(1);
    assertThat(marked.counts().filtered()).isEqualTo(2);
    assertThat(rows("barang, harga")).containsExactly("gula 3");
    assertThat(query("SELECT barang || ' ' || _ended_by FROM history." + table + " ORDER BY 1"))
        .containsExactly("beras delete", "gula update");
  }

  @Test
  void aMarkWithoutAnAnswerDeletesNothing() throws Exception {
    mapping("key: [barang], load: merge, delete-when: \"10 / harga > 1\"", MARKED);
    String head = HEAD + ",STATUS";
    RunReport run = load(2024, head, "Baru,beras,10,", "Baru,gula,20,", "Baru,garam,0,");
    assertThat(run.counts().inserted()).isEqualTo(2);
    assertThat(run.counts().rejected()).isEqualTo(1);
    assertThat(run.issues())
        .extracting(RunReport.IssueCount::code)
        .containsExactly("delete-when.failed");
  }

  @Test
  void aRowAndItsDeletionInOneDeliveryContradictEachOther() throws Exception {
    mapping("key: [barang], load: merge, delete-when: \"status == 'HAPUS'\"", MARKED);
    RunReport both = load(2024, HEAD + ",STATUS", "Baru,beras,1,", "Baru,beras,1,HAPUS", "a,b,1,");
    assertThat(both.counts().rejected()).isEqualTo(2);
    assertThat(both.counts().inserted()).isEqualTo(1);
  }

  @Test
  void aWholeTableKeepsNoMarkedRow() throws Exception {
    mapping("key: [barang], load: replace, delete-when: \"status == 'HAPUS'\"", MARKED);
    String head = HEAD + ",STATUS";
    load(2024, head, "Baru,beras,1,", "Baru,gula,2,");
    RunReport run = load(2024, head, "Baru,beras,1,HAPUS", "Baru,gula,2,");
    assertThat(run.counts().deleted()).isEqualTo(1);
    assertThat(run.counts().unchanged()).isEqualTo(1);
    assertThat(rows("barang")).containsExactly("gula");
  }

  private static final String PEOPLE =
      """
      nomor: {from: NOMOR, type: integer, required: true}
      nama: {from: NAMA, type: text, class: internal}
      kelas: {from: KELAS, type: text}
      nilai: {from: NILAI, type: integer}
      tanggal: {from: TANGGAL, type: date}
      """;

  private static final String PEOPLE_HEAD = "NOMOR,NAMA,KELAS,NILAI,TANGGAL";

  @Test
  void rowsWithAnUnusableKeyAreKnownByTheOtherOne() throws Exception {
    mapping("key: [nomor], else: [nama, kelas], load: merge", PEOPLE);
    RunReport first =
        load(2024, PEOPLE_HEAD, "1,Ani,A,5,", "rusak,Budi,B,6,", ",Citra,C,7,", ",Dewi,,8,");
    assertThat(first.counts().inserted()).isEqualTo(3);
    assertThat(first.counts().rejected()).isEqualTo(1);
    assertThat(first.issues())
        .extracting(RunReport.IssueCount::code)
        .contains("key.else", "key.unusable");
    RunReport second = load(2024, PEOPLE_HEAD, "1,Ani,A,5,", "rusak,Budi,B,60,", ",Citra,C,7,");
    assertThat(second.counts().unchanged()).isEqualTo(2);
    assertThat(second.counts().updated()).isEqualTo(1);
    assertThat(rows("nomor, nama, nilai")).containsExactly("1 Ani 5", "Budi 60", "Citra 7");
    undo(second);
    assertThat(rows("nomor, nama, nilai")).containsExactly("1 Ani 5", "Budi 6", "Citra 7");
    RunReport again = load(2024, PEOPLE_HEAD, "rusak,Budi,B,61,");
    assertThat(again.counts().updated()).isEqualTo(1);
  }

  @Test
  void rowsThatShareAKeyAreToldApartByTheOtherOne() throws Exception {
    mapping("key: [nomor], else: [nama, kelas], repeated: else", PEOPLE);
    RunReport run =
        load(2024, PEOPLE_HEAD, "1,Ani,A,5,", "1,Budi,B,6,", "2,Ani,A,1,", "3,C,C,1,", "3,C,C,2,");
    assertThat(run.counts().inserted()).isEqualTo(3);
    assertThat(run.counts().rejected()).isEqualTo(2);
    assertThat(rows("nomor, nama")).containsExactly("1 Ani", "1 Budi", "2 Ani");
  }

  @Test
  void theNewestOfRepeatedRowsCounts() throws Exception {
    mapping("key: [nomor], repeated: newest(tanggal)", PEOPLE);
    RunReport run =
        load(
            2024,
            PEOPLE_HEAD,
            "1,lama,A,1,2024-01-01",
            "1,baru,A,2,2024-03-01",
            "1,tanpa,A,3,",
            "1,baru,A,2,2024-03-01",
            "2,a,A,1,2024-01-01",
            "2,b,A,1,2024-01-01",
            "2,c,A,1,2023-01-01");
    assertThat(run.counts().inserted()).isEqualTo(1);
    assertThat(run.counts().rejected()).isEqualTo(5);
    assertThat(run.counts().filtered()).isEqualTo(1);
    assertThat(rows("nomor, nama")).containsExactly("1 baru");
  }

  @Test
  void anotherMappingFillsItsColumnsOfTheTable() throws Exception {
    mapping(
        "key: [barang], load: merge",
        PRICES.replace("HARGA, type: integer", "HARGA, type: integer, required: true"));
    load(2024, HEAD, "Baru,beras,10", "Baru,gula,20");
    Files.writeString(
        dataset.mappings().resolve("dinsos/lain.yaml"),
        text(
            "key: [barang], owner: dinsos/bantuan",
            "barang: {from: BARANG, type: text}\npasar: {from: PASAR, type: text}\n"));
    RunReport guest = loadOther(2024, content("BARANG,PASAR", "beras,Wonoasih", "jagung,Baru"));
    assertThat(guest.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(guest.counts().updated()).isEqualTo(1);
    assertThat(guest.counts().inserted()).isEqualTo(1);
    assertThat(rows("barang, pasar, harga"))
        .containsExactly("beras Wonoasih 10", "gula Baru 20", "jagung Baru");
    assertThat(load(2024, HEAD, "Baru,beras,10").counts().updated()).isEqualTo(1);
  }

  private RunReport loadOther(int year, String content) throws IOException {
    Path file = root.resolve(name(year));
    Files.writeString(file, content);
    try (Archive archive = dataset.archive()) {
      return dataset
          .work("dinsos/lain", Repeat.DUPLICATE)
          .load(archive.keep(file, name(year), null), RunListener.SILENT);
    }
  }
}
