package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.model.Cell;
import id.pde.run.SourceUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of xlsx files hold, against what Excel shows in its formula bar. */
final class XlsxValuesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<v>12</v> | 12",
        "<v>-0</v> | 0",
        "<v>-0.00</v> | 0",
        "<v>007.50</v> | 7.5",
        "<v>.5</v> | 0.5",
        "<v>5.</v> | 5",
        "<v>+3</v> | 3",
        "<v> 42 </v> | 42",
        "<v>1E3</v> | 1000",
        "<v>1.5E-7</v> | 0.00000015",
        "<v>1.2345678901234567E+20</v> | 123456789012346000000",
        "<v>0.30000000000000004</v> | 0.3",
        "<v>0.51612903225806450</v> | 0.516129032258065",
        "<v>-1398.4290171055550</v> | -1398.42901710555",
        "<v>3573012345678901</v> | 3573012345678901",
        "<v>-9007199254740992</v> | -9007199254740992",
        "<v>9007199254740993</v> | 9007199254740990",
        "<v>98.499999999999986</v> | 98.5",
        "<f>1/3</f><v>0.33333333333333331</v> | 0.333333333333333",
        "<f t=\"shared\" si=\"0\"/><v>7</v> | 7",
        "<f>A2</f> | ''",
        "<f>A2</f><v></v> | ''",
        "<!-- a --><v>1<!-- b -->2</v> | 12",
        "<v><![CDATA[12]]></v> | 12",
        "<v>&#49;&#x32;</v> | 12",
      })
  void readsNumbers(String content, String shown) throws IOException {
    assertThat(texts(RawXlsx.ofRows("<row><c>" + content + "</c><c><v>9</v></c></row>")))
        .isEqualTo(shown + ",9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t=\"b\"><v>1</v></c> | true",
        "<c t=\"b\"><v>0</v></c> | false",
        "<c t=\"b\"><v>TRUE</v></c> | true",
        "<c t=\"b\"><f>A1=A1</f><v>1</v></c> | true",
        "<c t=\"e\"><v>#N/A</v></c> | #N/A",
        "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c> | #DIV/0!",
        "<c t=\"str\"><f>A1</f><v>x_x000D_y</v></c> | x\ry",
        "<c t=\"str\"><f>A1</f><v>_x005F_x000D_</v></c> | _x000D_",
        "<c t=\"str\"><v>_x00zz_ _x1_</v></c> | _x00zz_ _x1_",
        "<c t=\"str\"><v>_xD83D__xDE00_</v></c> | \uD83D\uDE00",
        "<c t=\"str\"><f>A1</f><v></v></c> | ''",
        "<c t=\"inlineStr\"><is><t>a</t></is></c> | a",
        "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c> | ab",
        "<c t=\"inlineStr\"><is><t> a </t></is></c> | a",
        "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c> | ' a '",
        "<c t=\"inlineStr\"><is><r><t> a </t></r><r><t>b&#x9;</t></r></is></c> | ab",
        "<c t=\"inlineStr\"><is><t>_x0020_a\u3000</t></is></c> | ' a\u3000'",
        "<c t=\"inlineStr\"><is><t>a</t></is><v>7</v></c> | a",
        "<c t=\"inlineStr\"><v>7</v><is><t>a</t></is></c> | a",
        "<c t=\"inlineStr\"><v>a</v></c> | a",
        "<c><v>7</v><is><t>a</t></is></c> | 7",
        "<c t=\"str\"><v> a </v></c> | a",
        "<c t=\"str\"><v xml:space=\"preserve\"> a </v></c> | ' a '",
        "<c t=\"s\"><v>0</v></c> | Rupiah",
        "<c t=\"s\"><v>1</v></c> | ab",
        "<c t=\"s\"><v>2</v></c> | ' x '",
        "<c t=\"s\"><v>3</v></c> | ''",
        "<c t=\"s\"><v>4</v></c> | ''",
        "<c t=\"s\"><v>5</v></c> | 'x y'",
        "<c t=\"s\"><v></v></c> | ''",
        "<c t=\"d\"><v>2024-02-29</v></c> | 2024-02-29",
        "<c t=\"d\"><v>2024-02-29T00:00:00</v></c> | 2024-02-29",
        "<c t=\"d\"><v>2024-02-29T09:30:00Z</v></c> | 2024-02-29T09:30:00",
        "<c t=\"d\"><v>09:30</v></c> | 09:30:00",
        "<c t=\"n\"><v>bukan angka</v></c> | bukan angka",
      })
  void readsOtherTypes(String cell, String shown) throws IOException {
    RawXlsx book =
        RawXlsx.ofRows("<row>" + cell + "<c><v>9</v></c></row>")
            .strings(
                "<t>Rupiah</t>",
                "<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>z</t></rPh>",
                "<t xml:space=\"preserve\"> x </t>",
                "",
                "<t> \t\n</t>",
                "<r><t xml:space=\"preserve\">x </t></r><r><t>\n y </t></r>");
    assertThat(texts(book)).isEqualTo(shown + ",9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "14 | 45292 | 2024-01-01",
        "22 | 45292.5 | 2024-01-01T12:00:00",
        "20 | 0.5 | 12:00:00",
        "14 | 1 | 1900-01-01",
        "14 | 59 | 1900-02-28",
        "14 | 60 | 60",
        "14 | 61 | 1900-03-01",
        "14 | -1 | -1",
        "14 | 2958465 | 9999-12-31",
        "14 | 2958466 | 2958466",
        "27 | 45292 | 2024-01-01",
        "57 | 45292 | 2024-01-01",
        "46 | 0.5 | 12:00:00",
        "46 | 1.5 | 1.5",
        "[h]:mm | 1.5 | 1.5",
        "[$-421]dd mmmm yyyy | 45292 | 2024-01-01",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 45292 | 2024-01-01",
        "yyyy\"年\"m\"月\"d\"日\" | 45292 | 2024-01-01",
        "dd/mm/yyyy;@ | 45292 | 2024-01-01",
        "h:mm AM/PM | 0.75 | 18:00:00",
        "mm:ss.0 | 0.5 | 12:00:00",
        "[Red]#,##0.00 | 45292 | 45292",
        "\"Rp\"#,##0 | 45292 | 45292",
        "_(\"Rp\"* #,##0_);_(\"Rp\"* \\(#,##0\\) | 45292 | 45292",
        "0 \"days\" | 45292 | 45292",
        "\\d0 | 45292 | 45292",
        "0.0% | 0.985 | 0.985",
        "USD #,##0 | 45292 | 45292",
        "USD 0.00 | 45292 | 45292",
        "yyyy-mm-dd hh:mm:ss,000 | 45292 | 2024-01-01",
        "[s].00 | 0.5 | 12:00:00",
        "# ?/? | 0.5 | 0.5",
        "General | 45292 | 45292",
        "General\\ \"dd\" | 45292 | 45292",
        "0;[Red]yyyy | 45292 | 45292",
      })
  void tellsDatesByTheFormat(String format, String number, String shown) throws IOException {
    RawXlsx book =
        RawXlsx.ofRows("<row><c s=\"1\"><v>" + number + "</v></c></row>").styles("0", format);
    assertThat(texts(book)).isEqualTo(shown);
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
    RawXlsx book =
        RawXlsx.ofRows("<row><c s=\"0\"><v>0</v></c><c s=\"0\"><v>43830</v></c></row>")
            .styles("14")
            .with("xl/workbook.xml", RawXlsx.workbook("<workbookPr date1904=\"true\"/>"));
    assertThat(texts(book)).isEqualTo("00:00:00,2024-01-01");
  }

  @Test
  void countsDaysFrom1904WhereAnExtensionFollows() throws IOException {
    RawXlsx book =
        RawXlsx.ofRows("<row><c s=\"0\"><v>43830</v></c></row>")
            .styles("14")
            .with(
                "xl/workbook.xml",
                RawXlsx.workbook("<workbookPr date1904=\"1\"/>")
                    .replace(
                        "</sheets>",
                        "</sheets><extLst><ext><x15:workbookPr xmlns:x15=\"urn:x15\""
                            + " chartTrackingRefBase=\"1\"/></ext></extLst>"));
    assertThat(texts(book)).isEqualTo("2024-01-01");
  }

  @Test
  void keepsBlanksWhereThePartSaysSo() throws IOException {
    RawXlsx book = RawXlsx.ofRows("<row><c t=\"s\"><v>0</v></c></row>").strings("<t> a </t>");
    String strings = "<sst xmlns=\"" + RawXlsx.MAIN + "\" xml:space=\"preserve\"><si><t> a </t>";
    assertThat(texts(book)).isEqualTo("a");
    assertThat(texts(book.with("xl/sharedStrings.xml", strings + "</si></sst>"))).isEqualTo(" a ");
  }

  @Test
  void readsValuesWhoseLookIsOddlyDescribed() throws IOException {
    RawXlsx book =
        RawXlsx.ofSheet(
            "<worksheet xmlns=\""
                + RawXlsx.MAIN
                + "\"><cols><col min=\"0\" max=\"-1\" hidden=\"1\"/><col min=\"x\" max=\"3\""
                + " hidden=\"1\"/><col min=\"2\" max=\"999999999\" hidden=\"1\"/></cols><sheetData>"
                + "<row><c s=\"0\"><v>45292</v></c><c s=\"1\"><v>45292</v></c></row>"
                + "</sheetData></worksheet>");
    book.with(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + RawXlsx.MAIN
            + "\"><numFmts><numFmt numFmtId=\"4294967295\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"4294967295\"/><xf numFmtId=\"0\"><alignment"
            + " indent=\"4294967295\"/></xf></cellXfs></styleSheet>");
    assertThat(texts(book)).isEqualTo("2024-01-01,45292");
  }

  @Test
  void readsStrictFilesAndPrefixedNames() throws IOException {
    RawXlsx book =
        RawXlsx.ofSheet(
            "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                + "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c>"
                + "</x:row></x:sheetData></x:worksheet>");
    book.with(
        "_rels/.rels",
        RawXlsx.relations("officeDocument", "/xl/workbook.xml")
            .replace(RawXlsx.OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
    assertThat(texts(book)).isEqualTo("a");
  }

  @Test
  void readsArchivesWithBackslashesAndSmallLetters() throws IOException {
    byte[] made = RawXlsx.ofRows("<row><c><v>1</v></c></row>").bytes();
    byte[] odd = Workbooks.renamed(made, name -> name.replace('/', '\\').toLowerCase(Locale.ROOT));
    assertThat(texts(odd)).isEqualTo("1");
  }

  @Test
  void placesRowsAndCellsWithoutReferences() throws IOException {
    assertThat(
            texts(
                RawXlsx.ofRows(
                    "<row><c><v>1</v></c><c r=\"C1\"><v>3</v></c><c><v>4</v></c></row>"
                        + "<row><c r=\"B5\"><v>5</v></c></row><row><c><v>6</v></c></row>")))
        .isEqualTo("1,,3,4\n\n\n\n,5\n6");
  }

  @Test
  void takesSheetsWithoutPartAsEmpty() throws IOException {
    RawXlsx book = RawXlsx.ofRows("<row><c><v>1</v></c></row>");
    book.with(
        "xl/workbook.xml",
        RawXlsx.workbook("")
            .replace("</sheets>", "<sheet name=\"Module1\" sheetId=\"2\" r:id=\"\"/></sheets>"));
    assertThat(new Readers().sheets(write(book.bytes())))
        .extracting("name", "rows")
        .containsExactly(tuple("S", 1L), tuple("Module1", 0L));
  }

  @Test
  void readsMacroSheets() throws IOException {
    RawXlsx book = RawXlsx.ofRows("<row><c><v>1</v></c></row>");
    book.with(
        "xl/_rels/workbook.xml.rels",
        RawXlsx.relations("xlMacrosheet", "worksheets/sheet1.xml")
            .replace(RawXlsx.OFFICE, "http://schemas.microsoft.com/office/2006/relationships"));
    assertThat(texts(book)).isEqualTo("1");
  }

  @Test
  void findsPartsWhosePathLacksItsSlash() throws IOException {
    RawXlsx book = RawXlsx.ofRows("<row><c><v>1</v></c></row>");
    book.with(
        "xl/_rels/workbook.xml.rels",
        RawXlsx.relations("worksheet", "xl/worksheets/sheet1.xml", "styles", "nowhere.xml"));
    assertThat(texts(book)).isEqualTo("1");
  }

  @Test
  void visitsEverySheetInOrder() throws IOException {
    RawXlsx book = RawXlsx.ofRows("<row><c><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row>");
    book.with(
        "xl/workbook.xml",
        RawXlsx.workbook("")
            .replace("</sheets>", "<sheet name=\"T\" sheetId=\"2\" r:id=\"rId1\"/></sheets>"));
    List<String> seen = new ArrayList<>();
    new Readers()
        .every(
            write(book.bytes()),
            index -> (number, cells) -> seen.add(index + ":" + number + ":" + cells.length));
    assertThat(seen).containsExactly("0:1:1", "0:2:0", "0:3:1", "1:1:1", "1:2:0", "1:3:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<row r=\"2\"/><row r=\"1\"/> | S!row 1 | This row is written after row 2: the file is out of order.",
        "<row r=\"2\"/><row r=\"2\"/> | S!row 2 | This row is written after row 2: the file is out of order.",
        "<row r=\"0\"/> | S | Rows are numbered from 1.",
        "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row> | S!A1 | This cell is written twice or out of order: its content is uncertain.",
        "<row r=\"1\"><c r=\"C1\"/><c r=\"B1\"/></row> | S!B1 | This cell is written twice or out of order: its content is uncertain.",
      })
  void refusesWhatIsOutOfOrder(String rows, String place, String message) throws IOException {
    Path file = write(RawXlsx.ofRows(rows).bytes());
    assertThatThrownBy(() -> new Readers().raw(file, 0, (number, cells) -> {}))
        .isInstanceOfSatisfying(
            SourceUnreadable.class,
            refused -> {
              assertThat(refused.issue().code()).isEqualTo("file.disordered");
              assertThat(refused.issue().location().shown()).isEqualTo(place);
              assertThat(refused.issue().message().en()).isEqualTo(message);
            });
  }

  private String texts(RawXlsx book) throws IOException {
    return texts(book.bytes());
  }

  private String texts(byte[] content) throws IOException {
    List<String> lines = new ArrayList<>();
    new Readers()
        .raw(
            write(content),
            0,
            (number, cells) ->
                lines.add(Arrays.stream(cells).map(Cell::text).collect(Collectors.joining(","))));
    return String.join("\n", lines);
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(folder.resolve("book.xlsx"), content);
  }
}
