package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Visibility;
import id.pde.run.RunStopped;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import id.pde.source.markup.XmlssWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersXmlssTest {

  @TempDir Path folder = Path.of("");

  private static String book(String styles, String sheets) {
    return "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
        + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\""
        + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><Styles>"
        + styles
        + "</Styles>"
        + sheets
        + "</Workbook>";
  }

  private static String table(String rows) {
    return "<Worksheet ss:Name=\"S\"><Table>" + rows + "</Table></Worksheet>";
  }

  private Path write(String content) throws IOException {
    return Markup.write(folder, content.getBytes(StandardCharsets.UTF_8));
  }

  private List<Cell> cells(String styles, String cells) throws IOException {
    List<Cell> found = new ArrayList<>();
    Path file = write(book(styles, table("<Row>" + cells + "</Row>")));
    new Readers().raw(file, 0, (number, row) -> found.addAll(Arrays.asList(row)));
    return found;
  }

  private static String cell(String type, String value) {
    return "<Cell><Data ss:Type=\"" + type + "\">" + value + "</Data></Cell>";
  }

  @Test
  void readsEveryType() throws IOException {
    assertThat(
            cells(
                "",
                cell("Number", "0.10")
                    + cell("Number", "3.5740421060390301E+15")
                    + cell("Number", "1,5")
                    + cell("DateTime", "2024-07-01T00:00:00.000")
                    + cell("DateTime", "2024-07-01T09:29:59.9999")
                    + cell("DateTime", "1899-12-31T18:30:00.000")
                    + cell("DateTime", "1899-12-31T00:00:00.000")
                    + cell("Boolean", "1")
                    + cell("Error", "#DIV/0!")
                    + cell("String", "a&#10;b &amp; c")
                    + "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">"
                    + "<B>te</B><Font>bal</Font></ss:Data><Comment><ss:Data>note</ss:Data>"
                    + "</Comment></Cell>"
                    + "<Cell ss:Formula=\"=1\"/>"
                    + "<Cell ss:Formula=\"=1\"><Data ss:Type=\"Number\"></Data></Cell>"
                    + "<Cell ss:Formula=\"=&quot;&quot;\"><Data ss:Type=\"String\"></Data></Cell>"
                    + cell("String", "x")))
        .containsExactly(
            new Cell.Numeric("0.1", null),
            new Cell.Numeric("3574042106039030.1", null),
            new Cell.Words("1,5"),
            new Cell.Moment(LocalDate.of(2024, 7, 1)),
            new Cell.Moment(LocalDateTime.of(2024, 7, 1, 9, 30)),
            new Cell.Moment(LocalTime.of(18, 30)),
            new Cell.Moment(LocalTime.MIDNIGHT),
            new Cell.Logical(true),
            new Cell.Failure("#DIV/0!"),
            new Cell.Words("a\nb & c"),
            new Cell.Words("tebal"),
            Cell.UNCALCULATED,
            Cell.UNCALCULATED,
            Cell.BLANK,
            new Cell.Words("x"));
  }

  @Test
  void takesNumberFormatsFromStylesAndTheirParents() throws IOException {
    String styles =
        "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
            + "<Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style>"
            + "<Style ss:ID=\"c\" ss:Parent=\"p\"><Font/></Style>"
            + "<Style ss:ID=\"z\"><NumberFormat ss:Format=\"00000\"/></Style>"
            + "<Style ss:ID=\"o\" ss:Parent=\"o\"/>";
    assertThat(
            cells(
                styles,
                "<Cell ss:StyleID=\"d\"><Data ss:Type=\"Number\">45000</Data></Cell>"
                    + "<Cell ss:StyleID=\"c\"><Data ss:Type=\"Number\">0.985</Data></Cell>"
                    + "<Cell ss:StyleID=\"z\"><Data ss:Type=\"Number\">12</Data></Cell>"
                    + "<Cell ss:StyleID=\"o\"><Data ss:Type=\"Number\">12</Data></Cell>"))
        .containsExactly(
            new Cell.Moment(LocalDate.of(2023, 3, 15)),
            new Cell.Numeric("0.985", "0.00%"),
            new Cell.Numeric("12", "00000"),
            new Cell.Numeric("12", null));
  }

  @Test
  void placesRowsAndCellsByIndexSpanAndMerge() throws Exception {
    String rows =
        "<Column/><Column ss:Index=\"3\" ss:Span=\"1\" ss:Hidden=\"1\"/>"
            + "<Row ss:Span=\"2\"/>"
            + "<Row><Cell ss:MergeAcross=\"2\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">a</Data>"
            + "</Cell>"
            + cell("String", "b")
            + "</Row><Row ss:Index=\"7\" ss:Hidden=\"1\"><Cell ss:Index=\"2\">"
            + "<Data ss:Type=\"Number\">1</Data></Cell></Row>";
    Path file = write(book("", table(rows)));
    assertThat(Markup.raw(file, 0)).containsExactly("4 a|||b", "7 |1");
    try (Workbook workbook = XmlssWorkbook.open(file, ReadLimits.DEFAULT)) {
      assertThat(workbook.merged(0)).containsExactly(new MergedRange(4, 5, 0, 2));
    }
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("d", file, "0", 1, Delivery.Form.FILE, null), Mappings.of("a", "b"), seen);
    assertThat(seen.issues)
        .extracting(issue -> issue.code() + " " + issue.location().shown())
        .contains("rows.hidden S!row 7", "columns.hidden S!D1");
  }

  @Test
  void passesAnEmptyLineBeforeTheXml() throws IOException {
    Path file = write("\r\n  " + book("", table("<Row>" + cell("String", "x") + "</Row>")));
    assertThat(Markup.raw(file, 0)).containsExactly("1 x");
  }

  @Test
  void listsSheetsAndTheirVisibility() throws IOException {
    String options =
        "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>%s</Visible>"
            + "</WorksheetOptions></Worksheet>";
    Path file =
        write(
            book(
                "",
                "<Worksheet ss:Name=\"A &amp; B\"><Table><Row>"
                    + cell("String", "x")
                    + "</Row></Table></Worksheet><Worksheet ss:Name=\"C\">"
                    + options.formatted("SheetHidden")
                    + "<Worksheet ss:Name=\"D\">"
                    + options.formatted("SheetVeryHidden")));
    assertThat(new Readers().sheets(file))
        .containsExactly(
            new Sheet(0, "A & B", Visibility.VISIBLE, 1, 1),
            new Sheet(1, "C", Visibility.HIDDEN, 0, 0),
            new Sheet(2, "D", Visibility.VERY_HIDDEN, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Row ss:Index=\"3\"/><Row ss:Index=\"2\"/>",
        "<Row><Cell ss:Index=\"3\"/><Cell ss:Index=\"3\"/></Row>",
        "<Row><Cell ss:MergeAcross=\"2\"/><Cell ss:Index=\"2\"/></Row>",
        "<Row><Cell><Data ss:Type=\"String\">&a;</Data></Cell></Row>",
        "<Row>",
      })
  void refusesWhatCannotBe(String rows) throws IOException {
    assertCode(book("", table(rows)), "file.damaged");
  }

  @Test
  void refusesADocumentTypeAndCellsOutsideOfASheet() throws IOException {
    String entity = "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Workbook";
    assertCode(book("", table("<Row/>")).replace("?><Workbook", entity), "file.damaged");
    String far = "<Row ss:Index=\"%s\"><Cell ss:Index=\"%s\"><Data>x</Data></Cell></Row>";
    assertCode(book("", table(far.formatted("1048577", "1"))), "limit.grid");
    assertCode(book("", table(far.formatted("1", "99999999999"))), "limit.grid");
    assertCode(book("", ""), "file.without-sheets");
  }

  private void assertCode(String content, String code) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> Markup.raw(file, 0))
        .isInstanceOfSatisfying(
            RunStopped.class, stopped -> assertThat(stopped.issue().code()).isEqualTo(code));
  }
}
