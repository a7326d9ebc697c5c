package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.run.Delivery;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Visibility;
import id.pde.run.RunStopped;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import id.pde.source.markup.HtmlWorkbook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersHtmlTest {

  private static final String DATA = "<table><tr><th>NIK<th>Nama</tr><tr><td>1<td>%s</tr></table>";

  @TempDir Path folder = Path.of("");

  private Path write(String content) throws IOException {
    return Markup.write(folder, content.getBytes(StandardCharsets.UTF_8));
  }

  private List<Cell> cells(String head, String cells) throws IOException {
    List<Cell> found = new ArrayList<>();
    Path file =
        write("<html><head>" + head + "</head><table><tr><th>a<th>b</tr><tr>" + cells + "</table>");
    new Readers()
        .raw(
            file,
            0,
            (number, row) -> {
              if (number == 2) {
                found.addAll(Arrays.asList(row));
              }
            });
    return found;
  }

  @Test
  void keepsTextAsTextAndBreaksLinesWhereThePageDoes() throws IOException {
    assertThat(
            cells(
                "",
                "<td> 1.234,50 </td><td>Jl. \n\t Raya<br>RT&nbsp;5 <p>RW <b>2</b></p>&lt;akhir&gt;"
                    + "<td>&nbsp;<td><span style='display:none'>20240102</span>2/1/2024"
                    + "<td><script>x</script><!-- y -->0012<td>√"))
        .containsExactly(
            new Cell.Words("1.234,50"),
            new Cell.Words("Jl. Raya\nRT\u00A05\nRW 2\n<akhir>"),
            Cell.BLANK,
            new Cell.Words("2/1/2024"),
            new Cell.Words("0012"),
            new Cell.Words("√"));
  }

  @Test
  void takesTheExactValuesThatExcelWritesBeside() throws IOException {
    assertThat(
            cells(
                "<style><!-- .xl65, td.xl66 {mso-number-format:\"dd\\/mm\\/yyyy\";}"
                    + " .p{mso-number-format:Percent}.t{mso-number-format:\"\\@\"} --></style>",
                "<td x:num=\"1234.5\">1,235</td><td x:num>0.10<td class=xl66 x:num=45000>15/03/2023"
                    + "<td class=p x:num=\"0.985\">98,5%<td class=t>007<td x:bool=\"TRUE\">YA"
                    + "<td x:err=\"#N/A\">#N/A<td x:num=\"soon\">soon<td x:str=\"a  b\">a b"
                    + "<td style='mso-number-format:\"\\0022Rp\\0022\\#\\,\\#\\#0\"' x:num=5>Rp5"))
        .containsExactly(
            new Cell.Numeric("1234.5", null),
            new Cell.Numeric("0.1", null),
            new Cell.Moment(LocalDate.of(2023, 3, 15)),
            new Cell.Numeric("0.985", "0.00%"),
            new Cell.Words("007"),
            new Cell.Logical(true),
            new Cell.Failure("#N/A"),
            new Cell.Words("soon"),
            new Cell.Words("a  b"),
            new Cell.Numeric("5", "\"Rp\"#,##0"));
  }

  @Test
  void countsFrom1904WhereExcelSaysSo() throws IOException {
    assertThat(
            cells(
                "<!--[if gte mso 9]><xml><x:Date1904/></xml><![endif]-->",
                "<td style=\"mso-number-format:'Short Date'\" x:num=1>2/1/1904<td>x"))
        .startsWith(new Cell.Moment(LocalDate.of(1904, 1, 2)));
  }

  @Test
  void placesSpansAsBrowsersDo() throws Exception {
    Path file =
        write(
            "<table><col><col style='display:none'><thead><tr><th rowspan=2>NO<th colspan=2>L/P"
                + "<th rowspan=9>JML<tr><th>L<th>P<tbody><tr style=\"display: none\"><td>1<td>2"
                + "<td>3<td>4<tr><tr><td colspan=9999>x<td rowspan=0>y<td>z</table>");
    assertThat(Markup.raw(file, 0))
        .containsExactly("1 NO|L/P||JML", "2 |L|P", "3 1|2|3|4", "5 x" + "|".repeat(1000) + "y|z");
    try (Workbook workbook =
        HtmlWorkbook.open(file, new Location.Whole("d"), Optional.empty(), ReadLimits.DEFAULT)) {
      assertThat(workbook.merged(0))
          .containsExactly(
              new MergedRange(1, 2, 0, 0),
              new MergedRange(1, 1, 1, 2),
              new MergedRange(1, 2, 3, 3),
              new MergedRange(5, 5, 0, 999),
              new MergedRange(5, 5, 1000, 1000));
    }
    Seen seen = read(file, Mappings.of("NO", "JML"));
    assertThat(seen.issues)
        .extracting(issue -> issue.code() + " " + issue.location().shown())
        .contains("rows.hidden Tabel 1!row 3", "columns.hidden Tabel 1!B1");
  }

  private static Seen read(Path file, Mapping mapping) {
    Seen seen = new Seen();
    new Readers().read(new Delivery("d", file, "0", 1, Delivery.Form.FILE, null), mapping, seen);
    return seen;
  }

  @Test
  void showsTheLargestTableFirstAndNestedOnesApart() throws IOException {
    Path file =
        write(
            "<!--[if gte mso 9]><xml><x:Name>DTKS</x:Name></xml><![endif]--><body>"
                + "<table><tr><td>KOP<td>SURAT</table>"
                + "<table><tr><td>luar<td>"
                + DATA.formatted("Ani")
                + " tepi</table><table><caption>Tanda <b>tangan</b></caption><tr><td>Camat</table>"
                + "<table><tr><td>&nbsp;</table>");
    assertThat(new Readers().sheets(file))
        .containsExactly(
            new Sheet(0, "DTKS", Visibility.VISIBLE, 2, 2),
            new Sheet(1, "Tabel 1", Visibility.VISIBLE, 1, 2),
            new Sheet(2, "Tabel 3", Visibility.VISIBLE, 1, 2),
            new Sheet(3, "Tanda tangan", Visibility.VISIBLE, 1, 1));
    assertThat(Markup.raw(file, 0)).containsExactly("1 NIK|Nama", "2 1|Ani");
    assertThat(Markup.raw(file, 2)).containsExactly("1 luar|tepi");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, '', utf-8",
    "windows-1252, '<meta charset=utf-8>', utf-8",
    "windows-1252, '', iso-8859-1",
    "utf-8, '<meta charset=unicode>', utf-16",
    "windows-1251, '<meta charset=\"windows-1251\">', windows-1251",
    "utf-16le, \uFEFF, utf-16le",
    "utf-16be, '', utf-16be",
    "utf-8, \uFEFF<meta charset=windows-1252>, utf-8",
  })
  void findsTheCharset(String written, String head, String named) throws IOException {
    String sign = written.equals("windows-1251") ? "Ж" : "é";
    byte[] content = (head + DATA.formatted(sign)).getBytes(Charset.forName(written));
    Path file = Markup.write(folder, content);
    assertThat(Markup.raw(file, 0)).as(named).containsExactly("1 NIK|Nama", "2 1|" + sign);
  }

  @Test
  void obeysTheDeclaredCharsetStrictlyAndTellsWhatItGuessed() throws IOException {
    Path file = Markup.write(folder, DATA.formatted("é").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read(file, Mappings.of("NIK", "Nama")).lines)
        .containsExactly(
            "note charset.windows-1252 d", "table Tabel 1@1 1:NIK|2:Nama", "row 1@Tabel 1!2 1|é");
    assertThatThrownBy(() -> read(file, Mappings.of(Mappings.charset("UTF-8"), "NIK", "Nama")))
        .hasMessage("charset.undecodable: The content of this file cannot be read as UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><form>Login<input type=password></form></body></html>",
        "<html><table><tr><td>User<td><input></tr><tr><td>Sandi<td><input></tr></table>",
        "<html><table><tr><td>Error<td>500</table>",
        "<html><frameset><frame src='sheet001.htm'></frameset></html>",
        "<center>tidak ada data</center>",
      })
  void refusesAPageWithoutATableOfData(String page) throws IOException {
    Path file = write(page);
    assertThatThrownBy(() -> Markup.raw(file, 0))
        .hasMessage("file.html: This file is a web page (HTML), not an Excel or CSV table.");
  }

  @Test
  void refusesAPageWhereTheMappingAsksForCsv() throws IOException {
    Path file = write(DATA.formatted("Ani"));
    SourceSpec plain = Mappings.SOURCE;
    SourceSpec csv =
        new SourceSpec(
            Format.CSV, plain.files(), plain.text(), plain.decimal(), plain.sheet(), plain.table());
    assertThatThrownBy(() -> read(file, Mappings.of(csv, "NIK", "Nama")))
        .hasMessage("file.html: This file is a web page (HTML), not an Excel or CSV table.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>",
        "<!-- laporan -->\n<HTML>",
        "<br />\n<b>Warning</b>: mysql",
        "<center><h1>Judul</h1>",
      })
  void knowsAPageByItsBeginning(String beginning) throws IOException {
    Path file = write(beginning + DATA.formatted("Ani"));
    assertThat(Markup.raw(file, 0)).containsExactly("1 NIK|Nama", "2 1|Ani");
  }

  @Test
  void namesTheLimitThatWasMet() throws IOException {
    assertCode(DATA.formatted("x".repeat(1_100_000)), "limit.cell");
    assertCode("<table>" + ("<tr>" + "<td>x".repeat(16_400)).repeat(2) + "</table>", "limit.grid");
    assertCode("<table><tr><td>x</table>".repeat(10_001), "limit.tables");
  }

  private void assertCode(String content, String code) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> Markup.raw(file, 0))
        .isInstanceOfSatisfying(
            RunStopped.class, stopped -> assertThat(stopped.issue().code()).isEqualTo(code));
  }

  @Test
  void readsRowsWithoutKeepingThePage() throws IOException {
    StringBuilder page = new StringBuilder("<body>");
    for (int i = 0; i < 2000; i++) {
      page.append("<p>pengantar").append(i).append("</p>\n");
    }
    page.append("<table>\n");
    for (int i = 0; i < 3000; i++) {
      page.append("<tr>\n <td>").append(i).append("</td>\n <td>b</td>\n</tr>\n");
    }
    Path file = write(page + "</table>");
    List<String> rows = Markup.raw(file, 0);
    assertThat(rows).hasSize(3000).startsWith("1 0|b").endsWith("3000 2999|b");
  }
}
