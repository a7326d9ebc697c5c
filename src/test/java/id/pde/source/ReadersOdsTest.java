package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.run.Delivery;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Visibility;
import id.pde.run.RunStopped;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import id.pde.source.markup.OdsWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersOdsTest {

  @TempDir Path folder = Path.of("");

  private List<Cell> cells(String styles, String row) throws IOException {
    List<Cell> found = new ArrayList<>();
    Path file =
        Markup.write(folder, Markup.ods(Markup.content(styles, Markup.sheet("<g/>" + row))));
    new Readers().raw(file, 0, (number, cells) -> found.addAll(Arrays.asList(cells)));
    return found;
  }

  private Cell cell(String attributes, String inside) throws IOException {
    List<Cell> found = cells("", Markup.row(attributes, inside, "", "<text:p>end</text:p>"));
    assertThat(found).hasSize(2);
    return found.get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "float; value; 0.10; 0.1",
        "float; value; 3.57404210603903E+015; 3574042106039030",
        "float; value; 1E900; 1E900",
        "currency; value; -1250.5; -1250.5",
        "percentage; value; 0.985; 0.985",
        "date; date-value; 2024-02-29; 2024-02-29",
        "date; date-value; 2024-02-29T00:00:00; 2024-02-29",
        "date; date-value; 2024-02-29T09:29:59.999999999999; 2024-02-29T09:30:00",
        "date; date-value; 2024-02-30; 2024-02-30",
        "date; date-value; 1899-12-30T08:30:00; 08:30:00",
        "date; date-value; 1899-12-30; 00:00:00",
        "time; time-value; PT18H00M00S; 18:00:00",
        "time; time-value; PT09H30M00,0000S; 09:30:00",
        "time; time-value; PT36H15M05S; 36:15:05",
        "time; time-value; -PT1H; -01:00:00",
        "time; time-value; soon; soon",
        "boolean; boolean-value; true; true",
        "boolean; boolean-value; false; false",
        "string; string-value; a  b; a  b",
      })
  void readsTheValueThatTheFileHolds(String type, String attribute, String value, String text)
      throws IOException {
    Cell cell =
        cell(
            "office:value-type=\"%s\" office:%s=\"%s\" calcext:value-type=\"%1$s\""
                .formatted(type, attribute, value),
            "<text:p>shown</text:p>");
    assertThat(cell.text()).isEqualTo(text);
  }

  @Test
  void keepsTheExactDigitsAndTheFormatsThatMatter() throws IOException {
    String styles =
        "<number:number-style style:name=\"N1\"><number:number number:decimal-places=\"0\""
            + " number:min-integer-digits=\"5\"/></number:number-style>"
            + "<number:number-style style:name=\"N2\"><number:number number:decimal-places=\"0\""
            + " number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>"
            + "<number:date-style style:name=\"N3\"><number:year/></number:date-style>"
            + style("zeros", "N1")
            + style("grouped", "N2")
            + style("day", "N3")
            + "<style:style style:name=\"child\" style:family=\"table-cell\""
            + " style:parent-style-name=\"zeros\"/>";
    String number = "office:value-type=\"float\" office:value=\"12\"";
    assertThat(
            cells(
                styles,
                "<table:table-column table:number-columns-repeated=\"2\""
                    + " table:default-cell-style-name=\"zeros\"/>"
                    + Markup.row(
                        number,
                        "",
                        number + " table:style-name=\"grouped\"",
                        "",
                        number + " table:style-name=\"child\"",
                        "",
                        "office:value-type=\"float\" office:value=\"45000\""
                            + " table:style-name=\"day\"",
                        "",
                        "office:value-type=\"percentage\" office:value=\"0.123456789012345678\"",
                        "")))
        .containsExactly(
            new Cell.Numeric("12", "00000"),
            new Cell.Numeric("12", null),
            new Cell.Numeric("12", "00000"),
            new Cell.Moment(LocalDate.of(2023, 3, 15)),
            new Cell.Numeric("0.123456789012345678", "0%"));
  }

  private static String style(String name, String format) {
    return "<style:style style:name=\"%s\" style:family=\"table-cell\" style:data-style-name=\"%s\"/>"
        .formatted(name, format);
  }

  @Test
  void tellsErrorsAndFormulasThatWereNeverRun() throws IOException {
    assertThat(
            cell(
                "table:formula=\"of:=NA()\" office:value-type=\"string\" office:string-value=\"\""
                    + " calcext:value-type=\"error\"",
                "<text:p>#N/A</text:p>"))
        .isEqualTo(new Cell.Failure("#N/A"));
    assertThat(
            cell(
                "table:formula=\"of:=1/0\" office:value-type=\"float\" office:value=\"0\"",
                "<text:p>Err:502</text:p>"))
        .isEqualTo(new Cell.Failure("Err:502"));
    assertThat(cell("table:formula=\"of:=1\"", "")).isEqualTo(Cell.UNCALCULATED);
    assertThat(cell("table:formula=\"of:=1\" office:value-type=\"float\"", ""))
        .isEqualTo(Cell.UNCALCULATED);
    assertThat(cell("table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\"", "<text:p/>"))
        .isEqualTo(Cell.BLANK);
    assertThat(cell("office:value-type=\"string\"", "<text:p>#N/A</text:p>"))
        .isEqualTo(new Cell.Words("#N/A"));
  }

  @Test
  void joinsParagraphsAndPassesNotesAndDrawings() throws IOException {
    assertThat(
            cell(
                "office:value-type=\"string\"",
                "<office:annotation><text:p>note</text:p></office:annotation>\n <text:p>"
                    + "  Jl.\n  <text:span>Raya</text:span> <text:s text:c=\"2\"/>no.<text:tab/>5"
                    + "<text:line-break/>RT<office:annotation><text:p>x</text:p></office:annotation>"
                    + " <text:ruby><text:ruby-base>1</text:ruby-base><text:ruby-text>y"
                    + "</text:ruby-text></text:ruby></text:p><text:p/><text:p>akhir</text:p>"
                    + "<draw:frame><draw:text-box><text:p>z</text:p></draw:text-box></draw:frame>"))
        .isEqualTo(new Cell.Words("  Jl. Raya   no.\t5\nRT 1\n\nakhir"));
  }

  @Test
  void keepsRunsOfBlanksAndJoinsWrappedLines() throws IOException {
    assertThat(
            cell(
                "office:value-type=\"string\"",
                "<text:p>a<text:span>   </text:span>b <text:s/>c</text:p><text:p>\n    d  e\n\t f"
                    + "<text:line-break/>\n  g</text:p>"))
        .isEqualTo(new Cell.Words("a   b  c\nd  e f\ng"));
  }

  @Test
  void placesRepeatedCoveredAndHiddenParts() throws IOException {
    String text = "<text:p>%s</text:p>";
    String sheet =
        "<table:shapes><draw:frame><table:table><table:table-row><table:table-cell><text:p>no"
            + "</text:p></table:table-cell></table:table-row></table:table></draw:frame>"
            + "</table:shapes><table:table-column/>"
            + "<table:table-column table:visibility=\"collapse\""
            + " table:number-columns-repeated=\"2\"/>"
            + "<table:table-header-rows>"
            + "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell"
            + " table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row><table:table-cell table:number-columns-spanned=\"2\""
            + " table:number-rows-spanned=\"2\">"
            + text.formatted("gabung")
            + "</table:table-cell><table:covered-table-cell/><table:table-cell"
            + " table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"0\"/>"
            + "</table:table-row></table:table-header-rows>"
            + "<table:table-row-group table:display=\"false\"><table:table-row-group>"
            + Markup.row("", text.formatted("kelompok"))
            + "</table:table-row-group></table:table-row-group>"
            + "<table:table-row table:visibility=\"filter\" table:number-rows-repeated=\"2\">"
            + "<table:table-cell><text:p>saring</text:p></table:table-cell></table:table-row>"
            + Markup.row("", text.formatted("akhir"))
            + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
            + " table:number-columns-repeated=\"16384\"/></table:table-row>";
    Path file = Markup.write(folder, Markup.flat(Markup.sheet(sheet)));
    assertThat(Markup.raw(file, 0))
        .containsExactly("4 gabung||0|0", "5 kelompok", "6 saring", "7 saring", "8 akhir");
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("d", file, "0", 1, Delivery.Form.FILE, null),
            Mappings.of("gabung", "0"),
            seen);
    assertThat(seen.issues)
        .extracting(issue -> issue.code() + " " + issue.location().shown())
        .contains("rows.hidden S!row 5", "columns.hidden S!C1");
  }

  @Test
  void tellsMergedRanges() throws Exception {
    String sheet =
        Markup.row("table:number-columns-repeated=\"2\"", "")
            + Markup.row("", "", "table:number-columns-spanned=\"3\"", "<text:p>a</text:p>");
    Path file = Markup.write(folder, Markup.ods(Markup.content("", Markup.sheet(sheet))));
    try (Workbook workbook =
        OdsWorkbook.open(file, new Location.Whole("delivery"), ReadLimits.DEFAULT)) {
      assertThat(workbook.merged(0)).containsExactly(new MergedRange(2, 2, 1, 3));
    }
  }

  @Test
  void listsSheetsAndTheirVisibility() throws IOException {
    String styles =
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties"
            + " table:display=\"false\"/></style:style>";
    String sheets =
        "<table:tracked-changes><table:table table:name=\"gone\"/></table:tracked-changes>"
            + "<table:table table:name=\"Satu\">"
            + Markup.row("", "", "", "<text:p>x</text:p>")
            + "</table:table><table:table table:name=\"'file:///x.ods'#$A\"/>"
            + "<table:table table:name=\"Dua\" table:style-name=\"ta2\">"
            + Markup.row("", "<text:p>dua</text:p>")
            + "</table:table>";
    Path file = Markup.write(folder, Markup.ods(Markup.content(styles, sheets)));
    assertThat(new Readers().sheets(file))
        .containsExactly(
            new Sheet(0, "Satu", Visibility.VISIBLE, 1, 2),
            new Sheet(1, "Dua", Visibility.HIDDEN, 1, 1));
    assertThat(Markup.raw(file, 1)).containsExactly("1 dua");
  }

  @ParameterizedTest
  @CsvSource({
    "16384, 1048576, limit.repeated-cells",
    "1, 2000000000, limit.repeated-cells",
    "17000, 1, limit.grid",
    "99999999999999999999, 1, limit.grid",
  })
  void refusesBombsOfRepeatedCells(String columns, String rows, String code) throws IOException {
    String sheet =
        ("<table:table-row table:number-rows-repeated=\"%s\"><table:table-cell"
                + " table:number-columns-repeated=\"%s\"><text:p>x</text:p></table:table-cell>"
                + "</table:table-row>")
            .formatted(rows, columns);
    assertCode(Markup.ods(Markup.content("", Markup.sheet(sheet))), code);
  }

  @Test
  void refusesACellBehindMoreRowsThanASheetHas() throws IOException {
    assertCode(
        Markup.ods(
            Markup.content(
                "",
                Markup.sheet(
                    "<table:table-row table:number-rows-repeated=\"1048576\"/>"
                        + Markup.row("", "<text:p>x</text:p>")))),
        "limit.grid");
  }

  @Test
  void refusesTextThatIsTooLong() throws IOException {
    assertCode(sheetOf("<text:p><text:s text:c=\"2000000000\"/></text:p>"), "limit.cell");
    assertCode(sheetOf("<text:p>" + "x".repeat(1_100_000) + "</text:p>"), "limit.cell");
  }

  private static byte[] sheetOf(String paragraph) {
    return Markup.ods(Markup.content("", Markup.sheet(Markup.row("", paragraph))));
  }

  @Test
  void refusesArchivesThatAreATrap() throws IOException {
    byte[] zeros = new byte[40 << 20];
    Arrays.fill(zeros, (byte) ' ');
    String start = Markup.content("", "").replace("<office:body>", "<office:body><!--");
    byte[] head = start.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, zeros, 0, head.length);
    assertCode(Markup.zip(Map.of("content.xml", zeros)), "limit.tag");
    byte[] content = Markup.content("", "").getBytes(StandardCharsets.UTF_8);
    assertCode(Markup.zip(Map.of("content.xml", content, "CONTENT.XML", content)), "file.damaged");
    assertCode(Markup.zip(Map.of("content.xml", content, "../x", content)), "file.damaged");
    assertCode(Markup.zip(Map.of("other.xml", content)), "file.damaged");
    assertCode(Markup.zip(Map.of("content.xml", content)), "file.without-sheets");
  }

  @Test
  void namesTheLimitOfAPart() throws IOException {
    String rows = "<table:table-row/>".repeat(20_000);
    byte[] archive = Markup.ods(Markup.content("", Markup.sheet(rows)));
    assertLimit(
        archive,
        new ReadLimits(100, 100, 1 << 20, 100, 100, 100_000),
        "limit.inflated: This part has more than 100,000 bytes unpacked (PDE_READ_ENTRY_BYTES).");
    assertLimit(
        archive,
        new ReadLimits(100, 100, 1 << 20, 100, 100, 1L << 30, 200, 1),
        "limit.entries: This archive holds more than 1 parts (PDE_READ_ENTRIES).");
    byte[] bomb =
        Markup.ods(Markup.content("", Markup.sheet("<table:table-row/>".repeat(4 << 20))));
    assertLimit(
        bomb,
        ReadLimits.DEFAULT,
        "limit.ratio: This part grows more than 200 times when unpacked (zip bomb;"
            + " PDE_READ_RATIO).");
  }

  @Test
  void namesTheLimitOfATagAndOfNames() throws IOException {
    String lengthy = "x".repeat(3 << 20);
    for (String rows :
        List.of("<table:table-row table:a=\"" + lengthy + "\"/>", "<!--" + lengthy + "-->")) {
      assertLimit(
          Markup.ods(Markup.content("", Markup.sheet(rows))),
          new ReadLimits(100, 100, 1_000, 100, 100, 1L << 30),
          "limit.tag: One tag or text in this part has more than 1,048,576 bytes (16 times"
              + " PDE_READ_CELL_CHARACTERS).");
    }
    String names =
        IntStream.range(0, 11_000).mapToObj("<n%d/>"::formatted).collect(Collectors.joining());
    assertLimit(
        Markup.ods(Markup.content("", Markup.sheet(names))),
        ReadLimits.DEFAULT,
        "limit.names: This part uses more than 10,000 names of tags and attributes, the limit.");
    assertCode(
        Markup.ods(Markup.content("", Markup.sheet("<table:table-row-group>".repeat(1_100)))),
        "file.damaged");
  }

  private void assertLimit(byte[] content, ReadLimits limits, String message) throws IOException {
    Path file = Markup.write(folder, content);
    try {
      assertThatThrownBy(() -> new Readers(limits).raw(file, 0, (number, cells) -> {}))
          .hasMessage(message);
    } finally {
      // Some limits are those of the process.
      new Readers();
    }
  }

  @Test
  void refusesContentThatDiffersFromItsChecksum() throws IOException {
    byte[] archive = sheetOf("<text:p>x</text:p>");
    // The checksum in the directory at the end stands 16 bytes behind the sign of the entry.
    int entry = new String(archive, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    archive[entry + 16] ^= 1;
    assertCode(archive, "file.damaged");
  }

  @Test
  void refusesAPasswordAndEntities() throws IOException {
    byte[] manifest =
        "<manifest:encryption-data manifest:checksum=\"x\"/>".getBytes(StandardCharsets.UTF_8);
    assertCode(
        Markup.zip(Map.of("content.xml", new byte[9], "META-INF/manifest.xml", manifest)),
        "file.password");
    String content = Markup.content("", Markup.sheet(Markup.row("", "<text:p>&a;</text:p>")));
    String typed =
        content.replace("?><", "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><");
    assertCode(Markup.ods(typed), "file.damaged");
    assertCode(Markup.ods(content), "file.damaged");
  }

  @Test
  void refusesOtherOfficeDocuments() throws IOException {
    assertCode(
        "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:x'/>"
            .getBytes(StandardCharsets.UTF_8),
        "file.office");
    byte[] archive = sheetOf("");
    assertCode(Arrays.copyOf(archive, archive.length / 2), "file.truncated");
  }

  private void assertCode(byte[] content, String code) throws IOException {
    Path file = Markup.write(folder, content);
    assertThatThrownBy(() -> Markup.raw(file, 0))
        .isInstanceOfSatisfying(
            RunStopped.class, stopped -> assertThat(stopped.issue().code()).isEqualTo(code));
  }
}
