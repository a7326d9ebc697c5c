package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Corrected workbooks that come back. */
class ResubmissionIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String STALLS =
      """
      title: Kios
      agency: dinsos
      source: {format: csv, file: ["kios*.csv"], decimal: ","}
      period: {from: filename, pattern: "(?<tahun>\\\\d{4})"}
      target: {table: kios, key: [kode], load: replace}
      columns:
        kode: {from: Kode, type: text}
        luas: {from: Luas, type: "decimal(8,2)"}
        ket: {from: Ket, type: text}
      tolerance: {rejects: 60%, shrink: 20%}
      """;

  private static final String ROWS =
      "Kode;Luas;Ket\nA1;12,5;\"satu\nbaris\"\nA2;salah;dua\nA3;7;_x0041_\nA4;;=1+1\nA5;juga;lima\n";

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.execute("DROP TABLE IF EXISTS warehouse.kios, history.kios CASCADE");
    citizens.makeKey();
    Files.writeString(root.resolve("mappings/dinsos/kios.yaml"), STALLS);
  }

  private Path outbox() {
    return citizens.home().resolve("outbox/dinsos");
  }

  private Ended load(Path file) {
    return citizens.type("load", file.toString(), "-m", "dinsos/kios");
  }

  private Path answer() {
    return outbox().resolve("kios 2025.csv.perbaikan.xlsx");
  }

  private Path changed(Path workbook, Consumer<XSSFSheet> change) throws IOException {
    Path changed = root.resolve("dari dinas.xlsx");
    try (InputStream bytes = Files.newInputStream(workbook);
        XSSFWorkbook poi = new XSSFWorkbook(bytes);
        OutputStream out = Files.newOutputStream(changed)) {
      change.accept(poi.getSheet("Data"));
      poi.write(out);
    }
    return changed;
  }

  private List<String> rows() throws Exception {
    return citizens.ask(
        "SELECT kode || '|' || coalesce(luas::text, '') || '|' || coalesce(ket, '')"
            + " FROM warehouse.kios ORDER BY kode");
  }

  private String last() throws Exception {
    return citizens.ask("SELECT max(run) FROM pde.run").get(0);
  }

  private static void put(XSSFSheet sheet, int row, int column, String text) {
    // POI keeps the old text of a cell that holds it in itself.
    Row found = sheet.getRow(row - 1);
    CellStyle style = found.getCell(column - 1).getCellStyle();
    found.removeCell(found.getCell(column - 1));
    Cell cell = found.createCell(column - 1);
    cell.setCellStyle(style);
    cell.setCellValue(text);
  }

  @Test
  void theWorkbookMadeOfATextIsLaidOverIt() throws Exception {
    assertThat(load(citizens.file("kios 2025.csv", ROWS)).code()).isEqualTo(3);
    String base = last();
    Path back = changed(answer(), sheet -> put(sheet, 4, 2, "9,25"));

    Ended again = load(back);

    assertThat(again.code()).as(again.out() + again.err()).isEqualTo(3);
    assertThat(rows())
        .containsExactly("A1|12.50|satu\nbaris", "A2|9.25|dua", "A3|7.00|_x0041_", "A4||=1+1");
    assertThat(
            citizens.ask(
                "SELECT concat_ws(' ', source_name, sent_as, submission, corrects - "
                    + base
                    + ", period) FROM pde.run WHERE run = "
                    + last()))
        .containsExactly("kios 2025.csv dari dinas.xlsx 2 0 2025");
    assertThat(outbox().resolve("kios 2025.csv.hasil.txt"))
        .content()
        .contains(
            "Perbaikan: pengiriman ke-2, memperbaiki run "
                + base
                + ": 1 masalah selesai, 1 masih ada, 0 baru (line 7, column 2 (Luas))");
    assertThat(outbox().resolve("kios 2025.csv.hasil.json"))
        .content()
        .contains("\"number\" : 2", "\"corrects\" : " + base, "\"repaired\" : 1", "\"left\" : 1");
    Ended shown = citizens.type("run", last());
    assertThat(shown.out()).contains("pengiriman ke-2, memperbaiki run " + base);

    // The answer to the answer is laid over both.
    Path third = changed(answer(), sheet -> sheet.getRow(6).getCell(1).setCellValue(3.5));
    Ended whole = load(third);
    assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
    assertThat(rows())
        .containsExactly(
            "A1|12.50|satu\nbaris", "A2|9.25|dua", "A3|7.00|_x0041_", "A4||=1+1", "A5|3.50|lima");
    assertThat(citizens.ask("SELECT submission FROM pde.run WHERE run = " + last()))
        .containsExactly("3");
    assertThat(answer()).doesNotExist();
  }

  private List<String> waiting() throws Exception {
    return citizens.ask(
        "SELECT q.run - (SELECT min(run) FROM pde.run WHERE mapping = 'dinsos/kios') || ':' || place"
            + " FROM pde.quarantine q JOIN pde.run r USING (run)"
            + " WHERE mapping = 'dinsos/kios' AND q.settled_by IS NULL ORDER BY q.run, ordinal");
  }

  @Test
  void whatWaitedOfTheFirstDeliveryWaitsNoLonger() throws Exception {
    citizens.execute("DELETE FROM pde.quarantine");
    load(citizens.file("kios 2025.csv", ROWS));
    String base = last();
    List<String> first = waiting();
    assertThat(first).hasSize(2);
    String answer = Files.readString(outbox().resolve("kios 2025.csv.tolak.csv"));

    assertThat(load(changed(answer(), sheet -> put(sheet, 4, 2, "9,25"))).code()).isEqualTo(3);
    String second = last();
    List<String> then = waiting();
    assertThat(then).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(citizens.type("rejects", base).out()).isEmpty();

    // The answer to the first delivery still says what was wrong with it.
    Path again = root.resolve("lagi");
    assertThat(citizens.type("receipt", base, "--out", again.toString()).code()).isZero();
    assertThat(again.resolve("kios 2025.csv.tolak.csv")).content().isEqualTo(answer);

    assertThat(citizens.type("undo", second, "--yes").code()).isZero();
    assertThat(waiting()).isEqualTo(first);
    assertThat(citizens.type("undo", last(), "--yes").code()).isZero();
    assertThat(waiting()).isEqualTo(then);
  }

  @Test
  void whatWaitsOfADeliveryThatMayHoldOtherRowsWaitsOn() throws Exception {
    citizens.execute("DELETE FROM pde.quarantine");
    Path mapping = root.resolve("mappings/dinsos/kios.yaml");
    Files.writeString(mapping, STALLS.replace("load: replace", "load: merge"));
    load(citizens.file("kios 2025.csv", ROWS));

    load(citizens.file("kios 2025.csv", "Kode;Luas;Ket\nA9;3;\nA8;entah;\n"));

    assertThat(waiting()).hasSize(3);
  }

  @Test
  void itIsReplayedAndExplained() throws Exception {
    load(citizens.file("kios 2025.csv", ROWS));
    String base = last();
    Path back =
        changed(
            answer(),
            sheet -> {
              put(sheet, 4, 2, "9,25");
              put(sheet, 7, 2, "5");
            });
    assertThat(load(back).code()).isZero();
    String joined = last();
    List<String> loaded = rows();

    Ended told = citizens.type("explain", "kios", "A2");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).contains("9,25", "dari dinas.xlsx", "Data!B4");
    Ended again = citizens.type("replay", joined, "--yes");
    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(rows()).isEqualTo(loaded);
    assertThat(
            citizens.ask(
                "SELECT submission || ' ' || corrects FROM pde.run WHERE run >= "
                    + joined
                    + " ORDER BY run"))
        .containsExactly("2 " + base, "2 " + base);
  }

  @Test
  void whereARowBelongsIsNeverGuessed() throws Exception {
    load(citizens.file("kios 2025.csv", ROWS));
    List<String> before = rows();

    refused(sheet -> sheet.removeRow(sheet.getRow(3)), "answer.row-missing");
    refused(sheet -> sheet.createRow(20).createCell(0).setCellValue("A9"), "answer.row-unmarked");
    refused(
        sheet -> put(sheet, 5, 256, sheet.getRow(3).getCell(255).toString()), "answer.row-doubled");
    refused(
        sheet -> sheet.getRow(3).removeCell(sheet.getRow(3).getCell(255)), "answer.row-unmarked");
    refused(
        sheet -> {
          XSSFWorkbook workbook = sheet.getWorkbook();
          workbook.removeSheetAt(workbook.getSheetIndex(sheet));
          workbook.createSheet("Catatan").createRow(0).createCell(0).setCellValue("Kode");
        },
        "answer.sheet-missing");
    assertThat(rows()).isEqualTo(before);
  }

  private void refused(Consumer<XSSFSheet> damage, String code) throws Exception {
    Ended ended = load(changed(root.resolve("outside.xlsx"), answerOr(), damage));
    assertThat(ended.code()).as(code + ended.out() + ended.err()).isEqualTo(4);
    assertThat(citizens.ask("SELECT code FROM pde.issue WHERE run = " + last()))
        .containsExactly(code);
  }

  private Path answerOr() throws IOException {
    Path kept = root.resolve("kept.xlsx");
    if (!Files.exists(kept)) {
      Files.copy(answer(), kept);
    }
    return kept;
  }

  private Path changed(Path target, Path workbook, Consumer<XSSFSheet> change) throws IOException {
    Files.move(changed(workbook, change), target, StandardCopyOption.REPLACE_EXISTING);
    return target;
  }

  @Test
  void aRowThatIsEmptiedIsDropped() throws Exception {
    load(citizens.file("kios 2025.csv", ROWS));
    Path back =
        changed(
            answer(),
            sheet ->
                Stream.of(3, 6)
                    .forEach(
                        row -> {
                          for (int column = 0; column < 3; column++) {
                            sheet.getRow(row).removeCell(sheet.getRow(row).getCell(column));
                          }
                        }));

    Ended ended = load(back);
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(rows()).hasSize(3).noneMatch(row -> row.startsWith("A2") || row.startsWith("A5"));
  }

  @Test
  void aPartIsJoinedToTheWholeDelivery() throws Exception {
    StringBuilder text = new StringBuilder("Kode;Luas;Ket\n");
    String long500 = "x".repeat(500);
    int count = 43_000;
    for (int i = 1; i <= count; i++) {
      text.append("K").append(i).append(i == 20_000 ? ";rusak;" : ";1,5;").append(long500);
      text.append('\n');
    }
    assertThat(load(citizens.file("kios 2025.csv", text.toString())).code()).isEqualTo(3);

    Path back = changed(answer(), sheet -> put(sheet, 20_001, 2, "2,5"));
    assertThat(Files.size(back)).isLessThan(1 << 20);
    Ended ended = load(back);

    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    assertThat(citizens.ask("SELECT count(*) || ' ' || sum(luas) FROM warehouse.kios"))
        .containsExactly(count + " " + (count * 1.5 + 1) + "0");
  }

  @Test
  void theOriginalCorrectedIsTheNextSubmission() throws Exception {
    load(citizens.file("kios 2025.csv", ROWS));
    String base = last();
    String fixed = ROWS.replace("salah", "1").replace("juga", "2");

    assertThat(load(citizens.file("kios 2025.csv", fixed)).code()).isZero();

    assertThat(outbox().resolve("kios 2025.csv.hasil.txt"))
        .content()
        .contains(
            "pengiriman ke-2, memperbaiki run "
                + base
                + ": 2 masalah selesai, 0 masih ada, 0 baru");
    // Another period is another submission.
    load(citizens.file("kios 2026.csv", fixed));
    assertThat(citizens.ask("SELECT submission FROM pde.run WHERE run = " + last()))
        .containsOnlyNulls();
  }

  @Test
  void theMarkOfAnotherAgencyOpensNothing() throws Exception {
    load(citizens.file("kios 2025.csv", ROWS));
    citizens.execute("UPDATE pde.run SET agency = 'lain'");

    Ended ended = load(changed(answer(), sheet -> put(sheet, 4, 2, "9,25")));

    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(4);
    assertThat(citizens.ask("SELECT code FROM pde.issue WHERE run = " + last()))
        .containsExactly("answer.unknown");
  }

  @Test
  void anOldTemplateIsToldAsOne() throws Exception {
    Path yaml = root.resolve("mappings/dinsos/kios.yaml");
    String mapping = STALLS.replace("csv", "xlsx");
    Files.writeString(yaml, mapping);
    Path template = root.resolve("kios 2025.xlsx");
    Ended made = citizens.type("template", "dinsos/kios", "--out", template.toString());
    assertThat(made.code()).as(made.err()).isZero();
    Path filled = root.resolve("isi/kios 2025.xlsx");
    Files.createDirectories(root.resolve("isi"));
    try (InputStream bytes = Files.newInputStream(template);
        XSSFWorkbook poi = new XSSFWorkbook(bytes);
        OutputStream out = Files.newOutputStream(filled)) {
      Row row = poi.getSheetAt(0).createRow(1);
      row.createCell(0).setCellValue("A1");
      row.createCell(1).setCellValue(12.5);
      poi.write(out);
    }
    assertThat(load(filled).code()).isZero();
    assertThat(citizens.ask("SELECT count(*) FROM pde.issue")).containsExactly("0");

    Files.writeString(yaml, mapping + "# lain\n");
    Ended old = citizens.type("load", filled.toString(), "-m", "dinsos/kios", "--force");

    assertThat(old.code()).as(old.out() + old.err()).isZero();
    assertThat(citizens.ask("SELECT code FROM pde.issue WHERE run = " + last()))
        .containsExactly("template.old");
  }
}
