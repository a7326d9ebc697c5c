package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RunStopped;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadersSheetTest {

  private static final Mapping NAMES = Mappings.of("NIK", "Nama");

  @TempDir Path folder = Path.of("");

  enum Kind {
    XLSX,
    XLS;

    byte[] make(Consumer<Workbook> fill) {
      return this == XLSX ? Workbooks.xlsx(fill) : Workbooks.xls(fill);
    }
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("book"), content);
  }

  private List<String> read(Mapping mapping, byte[] content) throws IOException {
    Seen seen = new Seen();
    Path file = write(content);
    new Readers()
        .read(
            new Delivery("b.xlsx", file, "0", content.length, Delivery.Form.FILE, null),
            mapping,
            seen);
    return seen.lines;
  }

  private List<String> raw(byte[] content, int sheet) throws IOException {
    List<String> lines = new ArrayList<>();
    new Readers()
        .raw(
            write(content),
            sheet,
            (number, cells) ->
                lines.add(
                    number
                        + " "
                        + Arrays.stream(cells).map(Cell::text).collect(Collectors.joining("|"))));
    return lines;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void showsValuesAndNotFormats(Kind kind) throws IOException {
    byte[] content =
        kind.make(
            book -> {
              Sheet sheet = book.createSheet("S");
              Row row = sheet.createRow(1);
              row.createCell(1).setCellValue("teks");
              row.createCell(2).setCellValue(0.1 + 0.2);
              row.createCell(3).setCellValue(3574012345679001d);
              row.createCell(4).setCellValue(1e-3);
              row.createCell(5).setCellValue(true);
              row.createCell(6).setCellErrorValue(FormulaError.NA.getCode());
              row.createCell(7).setCellFormula("1+1");
              date(book, row.createCell(8), 45_000, "dd/mm/yyyy");
              date(book, row.createCell(9), 45_000.395833333336, "[$-421]d mmmm yyyy h:mm");
              date(book, row.createCell(10), 0.75, "h:mm");
              date(book, row.createCell(11), 60, "yyyy-mm-dd");
              date(book, row.createCell(12), -1, "yyyy-mm-dd");
              date(book, row.createCell(13), 0.985, "0.0%");
              date(book, row.createCell(14), 59, "yyyy-mm-dd");
              sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 2));
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(raw(content, 0))
        .containsExactly(
            "1 ",
            "2 |teks|0.3|3574012345679001|0.001|true|#N/A|2|2023-03-15|2023-03-15T09:30:00|18:00:00"
                + "|60|-1|0.985|1900-02-28");
  }

  private static void date(
      Workbook book, org.apache.poi.ss.usermodel.Cell cell, double serial, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    cell.setCellValue(serial);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void countsFrom1904WhereTheWorkbookSaysSo(Kind kind) throws IOException {
    byte[] content =
        kind.make(
            book -> {
              date(book, book.createSheet("S").createRow(0).createCell(0), 1, "d/m/yyyy");
              if (book instanceof HSSFWorkbook xls) {
                ((DateWindow1904Record)
                        xls.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
                    .setWindowing((short) 1);
              }
            });
    if (kind == Kind.XLSX) {
      content =
          Workbooks.edited(
              content,
              "xl/workbook.xml",
              xml -> xml.replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>"));
    }
    assertThat(raw(content, 0)).containsExactly("1 1904-01-02");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void findsTheTableAndKeepsItsPlaces(Kind kind) throws IOException {
    byte[] content =
        kind.make(
            book ->
                Workbooks.rows(
                    book.createSheet("PEND"),
                    Workbooks.row("DAFTAR"),
                    Workbooks.row(""),
                    Workbooks.row("NIK", "Nama \n", "Lain"),
                    Workbooks.row(1, 2, 3),
                    Workbooks.row("77", "Ani", "x"),
                    Workbooks.row(""),
                    Workbooks.row("", "Jumlah", 1),
                    Workbooks.row("", "", "", "cek"),
                    Workbooks.row("78", "Budi"),
                    Workbooks.row("Mengetahui,")));
    assertThat(read(NAMES, content))
        .containsExactly(
            "table PEND@3 1:NIK|2:Nama|3:Lain|4:",
            "row 1@PEND!5 77|Ani|x|null",
            "SKIP 2@PEND!7 null|Jumlah|1|null",
            "row 3@PEND!8 null|null|null|cek",
            "row 4@PEND!9 78|Budi|null|null",
            "row 5@PEND!10 Mengetahui,|null|null|null",
            "note row.like-footnote PEND!row 10");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void joinsMergedHeadingsOfSeveralRows(Kind kind) throws IOException {
    byte[] content =
        kind.make(
            book -> {
              Sheet sheet = book.createSheet("SD-MI");
              Workbooks.rows(
                  sheet,
                  Workbooks.row("DATA SEKOLAH"),
                  Workbooks.row("NPSN", "NAMA", "JML SISWA", "", "", "ROMBEL"),
                  Workbooks.row("", "", "L", "P", "JML", ""),
                  Workbooks.row(1, 2, 3, 4, 5, 6),
                  Workbooks.row("20990101", "SDN KETAPANG 1", 137, 130, 267, 9));
              for (String range : List.of("A1:F1", "A2:A3", "B2:B3", "C2:E2", "F2:F3")) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(range));
              }
            });
    assertThat(read(Mappings.of("NPSN", "JML SISWA / P"), content))
        .containsExactly(
            "table SD-MI@3 1:NPSN|2:NAMA|3:JML SISWA / L|4:JML SISWA / P|5:JML SISWA / JML"
                + "|6:ROMBEL",
            "row 1@SD-MI!5 20990101|SDN KETAPANG 1|137|130|267|9");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void choosesSheetsAndNotesHiddenParts(Kind kind) throws IOException {
    byte[] content =
        kind.make(
            book -> {
              Sheet secret = book.createSheet("Rahasia");
              Workbooks.rows(secret, Workbooks.row("NIK", "Nama"), Workbooks.row("0", "z"));
              Sheet one = book.createSheet("Satu");
              Workbooks.rows(
                  one,
                  Workbooks.row("NIK", "Nama"),
                  Workbooks.row("a", "b"),
                  Workbooks.row("c", "d"));
              one.getRow(2).setZeroHeight(true);
              one.setColumnHidden(1, true);
              Workbooks.rows(book.createSheet("Catatan"), Workbooks.row("bukan tabel"));
              Workbooks.rows(
                  book.createSheet("DUA "), Workbooks.row("Nama", "NIK"), Workbooks.row("f", "e"));
              book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            });
    assertThat(read(NAMES, content))
        .containsExactly(
            "note sheet.hidden Rahasia",
            "table Satu@1 1:NIK|2:Nama",
            "row 1@Satu!2 a|b",
            "row 2@Satu!3 c|d",
            "note rows.hidden Satu!row 3",
            "note columns.hidden Satu!B1");
    assertThat(read(with(new SheetChoice.All()), content))
        .contains("row 3@DUA !2 f|e", "note sheet.without-table Catatan");
    assertThat(read(with(new SheetChoice.Named(List.of("dua"))), content))
        .containsExactly("table DUA @1 1:Nama|2:NIK", "row 1@DUA !2 f|e");
    assertThat(read(with(new SheetChoice.Matching(Pattern.compile("^S"))), content))
        .contains("row 1@Satu!2 a|b");
    assertThatThrownBy(() -> read(with(new SheetChoice.Named(List.of("Sattu"))), content))
        .isInstanceOf(RunStopped.class)
        .hasMessage(
            "sheet.missing: There is no sheet \"Sattu\". Sheets found: \"Rahasia\" (hidden),"
                + " \"Satu\", \"Catatan\", \"DUA \".");
    assertThatThrownBy(() -> read(with(new SheetChoice.Named(List.of("Sattu"))), content))
        .isInstanceOfSatisfying(
            RunStopped.class,
            stopped ->
                assertThat(stopped.issue().message().id()).contains("\"Rahasia\" (tersembunyi)"));
    assertThat(new Readers().sheets(write(content)))
        .startsWith(
            new GridSource.Sheet(0, "Rahasia", GridSource.Visibility.HIDDEN, 2, 2),
            new GridSource.Sheet(1, "Satu", GridSource.Visibility.VISIBLE, 3, 2));
  }

  private static Mapping with(SheetChoice choice) {
    return Mappings.of(Mappings.sheet(choice), "NIK", "Nama");
  }

  @Test
  void readsCellsAsOtherProgramsWriteThem() throws IOException {
    byte[] content =
        edited(
            "<sheetData><row><c t=\"inlineStr\"><is><r><t>ka</t></r><rPh><t>X</t></rPh><r><t>ya_x000A_</t></r></is></c>"
                + "<c><f>A1</f></c><c t=\"str\"><f>A1</f><v></v></c><c><v>1.50E+2</v></c>"
                + "<c t=\"d\"><v>2024-02-29T00:00:00</v></c><c><v>007</v></c></row>"
                + "<row r=\"3\"><c r=\"B3\" t=\"b\"><v>0</v></c></row></sheetData>");
    List<Cell> cells = new ArrayList<>();
    new Readers().raw(write(content), 0, (number, found) -> cells.addAll(Arrays.asList(found)));
    assertThat(cells)
        .containsExactly(
            new Cell.Words("kaya\n"),
            Cell.UNCALCULATED,
            Cell.BLANK,
            new Cell.Numeric("150", null),
            new Cell.Moment(LocalDate.of(2024, 2, 29)),
            new Cell.Numeric("7", null),
            Cell.BLANK,
            new Cell.Logical(false));
  }

  private static byte[] edited(String sheetData) throws IOException {
    return Workbooks.edited(
        Workbooks.xlsx(book -> book.createSheet("S")),
        "xl/worksheets/sheet1.xml",
        xml -> xml.replaceFirst("<sheetData\\s*/>", sheetData));
  }

  @Test
  void refusesEntitiesInEveryPart() throws IOException {
    for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")) {
      byte[] content =
          Workbooks.edited(
              Workbooks.xlsx(
                  book -> book.createSheet("S").createRow(0).createCell(0).setCellValue(1)),
              part,
              xml ->
                  xml.replaceFirst(
                      "\\?>", "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"));
      assertThatThrownBy(() -> raw(content, 0))
          .as(part)
          .hasMessage(
              "file.doctype: This part holds a DOCTYPE, which workbooks never have and which is"
                  + " not read.");
    }
  }

  @Test
  void readsFormulasThatNumbersWritesIntoXls() throws IOException {
    byte[] content =
        Workbooks.xls(
            book -> {
              var cell = book.createSheet("S").createRow(5).createCell(3);
              cell.setCellFormula("6*7");
              book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
            });
    for (int at = 0; at < content.length - 8; at++) {
      boolean formula = content[at] == 6 && content[at + 1] == 0 && content[at + 3] == 0;
      if (formula && content[at + 4] == 5 && content[at + 6] == 3 && content[at + 7] == 0) {
        content[at + 1] = 4;
      }
    }
    List<Cell> cells = new ArrayList<>();
    new Readers().raw(write(content), 0, (number, found) -> cells.addAll(Arrays.asList(found)));
    assertThat(cells)
        .containsExactly(Cell.BLANK, Cell.BLANK, Cell.BLANK, new Cell.Numeric("42", null));
  }

  @Test
  void readsEachXlsSheetFromItsOwnPlace() throws IOException {
    byte[] content =
        Workbooks.xls(
            book -> {
              for (int i = 0; i < 5; i++) {
                Workbooks.rows(book.createSheet("S" + i), Workbooks.row("lembar", i));
              }
            });
    for (int i = 0; i < 5; i++) {
      List<String> texts = new ArrayList<>();
      new Readers()
          .raw(
              write(content),
              i,
              (number, found) -> Arrays.stream(found).map(Cell::text).forEach(texts::add));
      assertThat(texts).containsExactly("lembar", Integer.toString(i));
    }
  }

  @Test
  void takesChartSheetsOfXlsAsEmpty() throws IOException {
    byte[] content =
        Workbooks.xls(
            book -> {
              for (int i = 0; i < 3; i++) {
                Workbooks.rows(book.createSheet("S" + i), Workbooks.row("lembar", i));
              }
            });
    // The record that begins a part of the stream: BIFF8, of a sheet or of a chart.
    byte[] beginsSheet = {9, 8, 16, 0, 0, 6, 16, 0};
    int met = 0;
    for (int at = 0; at < content.length - beginsSheet.length; at++) {
      byte[] here = Arrays.copyOfRange(content, at, at + beginsSheet.length);
      if (Arrays.equals(here, beginsSheet) && ++met == 2) {
        content[at + 6] = 32;
      }
    }
    assertThat(new Readers().sheets(write(content)))
        .extracting("name", "rows")
        .containsExactly(tuple("S0", 1L), tuple("S1", 0L), tuple("S2", 1L));
  }

  @Test
  void namesTheLimitThatWasMet() throws IOException {
    byte[] content =
        Workbooks.xlsx(
            book ->
                Workbooks.rows(
                    book.createSheet("S"), Workbooks.row("a".repeat(50)), Workbooks.row("b", "c")));
    Path file = write(content);
    assertLimit(file, new ReadLimits(10, 10, 40, 99, 9999, 9999), "limit.cell");
    assertLimit(file, new ReadLimits(10, 10, 99, 99, 60, 9999), "limit.shared-strings");
    assertLimit(file, new ReadLimits(10, 1, 99, 99, 9999, 9999), "limit.grid");
    assertLimit(file, new ReadLimits(1, 10, 99, 99, 9999, 9999), "limit.grid");
    new Readers();
  }

  private static void assertLimit(Path file, ReadLimits limits, String code) {
    assertThatThrownBy(() -> new Readers(limits).raw(file, 0, (number, cells) -> {}))
        .isInstanceOfSatisfying(
            RunStopped.class, stopped -> assertThat(stopped.issue().code()).isEqualTo(code));
  }
}
