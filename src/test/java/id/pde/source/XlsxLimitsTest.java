package id.pde.source;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.run.LimitExceeded;
import id.pde.run.MappingInvalid;
import id.pde.run.RunStopped;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.XlsxWorkbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What workbooks that are made to hurt cost: a refusal that names the limit and its size. */
final class XlsxLimitsTest {

  /** Far more than small files need. */
  private static final long LARGE = 1L << 30;

  @TempDir private Path folder;

  @AfterEach
  void setLimitsOfTheProcessBack() {
    new Readers();
  }

  @Test
  void namesTheLimitOfAnUnpackedPart() throws IOException {
    assertLimit(
        RawXlsx.ofRows(" ".repeat(300_000)),
        new ReadLimits(100, 100, 1 << 20, 100, LARGE, 100_000),
        "limit.inflated: This part has more than 100,000 bytes unpacked (PDE_READ_ENTRY_BYTES).");
  }

  @Test
  void namesTheLimitOfGrowth() throws IOException {
    assertLimit(
        RawXlsx.ofRows("<row/>          ".repeat(5 << 20)),
        ReadLimits.DEFAULT,
        "limit.ratio: This part grows more than 200 times when unpacked (zip bomb;"
            + " PDE_READ_RATIO).");
  }

  @Test
  void namesTheLimitOfParts() throws IOException {
    assertLimit(
        RawXlsx.ofRows(""),
        new ReadLimits(100, 100, 100, 100, LARGE, LARGE, 200, 4),
        "limit.entries: This archive holds more than 4 parts (PDE_READ_ENTRIES).");
  }

  @Test
  void namesTheLimitOfSharedStrings() throws IOException {
    String[] many =
        IntStream.range(0, 100).mapToObj(i -> "<t>Warga " + i + "</t>").toArray(String[]::new);
    assertLimit(
        RawXlsx.ofRows("<row><c><v>1</v></c></row>").strings(many),
        new ReadLimits(100, 100, 100, 100, 1_000, LARGE),
        "limit.shared-strings: The shared strings of this workbook have more than 1,000 bytes"
            + " (PDE_READ_SHARED_BYTES).");
  }

  @Test
  void namesTheLimitOfACell() throws IOException {
    for (String cell :
        List.of(
            "<c t=\"inlineStr\"><is><t>" + "a".repeat(200) + "</t></is></c>",
            "<c t=\"s\"><v>0</v></c>")) {
      assertLimit(
          RawXlsx.ofRows("<row>" + cell + "</row>").strings("<t>" + "b".repeat(200) + "</t>"),
          new ReadLimits(100, 100, 150, 100, LARGE, LARGE),
          "limit.cell: One cell holds more than 150 characters (PDE_READ_CELL_CHARACTERS).");
    }
  }

  @Test
  void namesTheLimitOfATag() throws IOException {
    String lengthy = "x".repeat(3 << 20);
    for (String rows :
        List.of(
            "<row spans=\"" + lengthy + "\"/>",
            "<row><!--" + lengthy + "--></row>",
            "<" + lengthy + "/>",
            "<row><c><f>" + lengthy + "</f><v>1</v></c></row>")) {
      assertLimit(
          RawXlsx.ofRows(rows),
          new ReadLimits(100, 100, 1_000, 100, LARGE, LARGE),
          "limit.tag: One tag or text in this part has more than 1,048,576 bytes (16 times"
              + " PDE_READ_CELL_CHARACTERS).");
    }
  }

  @Test
  void namesTheLimitOfNames() throws IOException {
    for (String form : List.of("<n%d/>", "<row n%d=\"\"/>")) {
      String rows =
          IntStream.range(0, 11_000).mapToObj(form::formatted).collect(Collectors.joining());
      assertLimit(
          RawXlsx.ofRows(rows),
          ReadLimits.DEFAULT,
          "limit.names: This part uses more than 10,000 names of tags and attributes, the limit.");
    }
  }

  @Test
  void countsTheAttributesOfOneTag() throws IOException {
    String flood =
        IntStream.range(0, 200_000).mapToObj(" attribute%d=''"::formatted).collect(joining());
    assertLimit(
        RawXlsx.ofRows("<row" + flood + "/>"),
        ReadLimits.DEFAULT,
        "limit.names: This part uses more than 10,000 names of tags and attributes, the limit.");
  }

  /** The parser looks for the place of each new name among all that it knows. */
  @Test
  @Timeout(20)
  void countsTheAttributesOfATagThatIsNotLong() throws IOException {
    String flood = IntStream.range(0, 100_000).mapToObj(" a%d=''"::formatted).collect(joining());
    assertLimit(
        RawXlsx.ofRows("<row" + flood + "/>"),
        ReadLimits.DEFAULT,
        "limit.names: This part uses more than 10,000 names of tags and attributes, the limit.");
  }

  @Test
  void namesTheLimitOfPartsThatAreOnlyNamed() throws IOException {
    String[] images = new String[60];
    for (int i = 0; i < images.length; i += 2) {
      images[i] = "image";
      images[i + 1] = "media/image" + i + ".png";
    }
    assertLimit(
        RawXlsx.ofRows("").with("xl/_rels/workbook.xml.rels", RawXlsx.relations(images)),
        new ReadLimits(100, 100, 100, 100, LARGE, LARGE, 200, 20),
        "limit.entries: This archive holds more than 20 parts (PDE_READ_ENTRIES).");
  }

  @Test
  void namesTheLimitOfSheetsThatAreOnlyListed() throws IOException {
    String sheet = "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>";
    assertLimit(
        RawXlsx.ofRows("")
            .with("xl/workbook.xml", RawXlsx.workbook("").replace(sheet, sheet.repeat(21))),
        new ReadLimits(100, 100, 100, 100, LARGE, LARGE, 200, 20),
        "limit.entries: This archive holds more than 20 parts (PDE_READ_ENTRIES).");
  }

  @Test
  void namesTheLimitOfBlankCells() throws IOException {
    String rows =
        IntStream.rangeClosed(1, 31_000)
            .mapToObj(
                i ->
                    "<row><c r=\"A%d\"><v>1</v></c><c r=\"XFD%d\"><v>1</v></c></row>"
                        .formatted(i, i))
            .collect(joining());
    assertLimit(
        RawXlsx.ofRows(rows),
        ReadLimits.DEFAULT,
        "limit.blank-cells: The blank cells between filled ones in this sheet are more than"
            + " 500000000.");
  }

  @Test
  void namesTheLimitOfARow() throws IOException {
    String cell = "<c t=\"inlineStr\"><is><t>" + "a".repeat(100) + "</t></is></c>";
    assertLimit(
        RawXlsx.ofRows("<row>" + cell.repeat(5) + "</row>"),
        new ReadLimits(100, 100, 1_000, 100, LARGE, LARGE),
        "limit.record: This row holds more than 400 characters (4 times"
            + " PDE_READ_RECORD_CHARACTERS).");
  }

  @Test
  void cellsOfAStyleAloneMakeNoRowWider() throws IOException {
    int[] widest = new int[1];
    new Readers()
        .raw(
            write(
                RawXlsx.ofRows(
                    "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>")),
            0,
            (number, cells) -> widest[0] = Math.max(widest[0], cells.length));
    assertThat(widest[0]).isEqualTo(1);
  }

  @Test
  void hidesNoColumnThatExcelDoesNotKnow() throws IOException {
    BitSet hidden = new BitSet();
    RawXlsx book =
        RawXlsx.ofRows("")
            .with(
                "xl/worksheets/sheet1.xml",
                "<worksheet><cols><col min=\"3\" max=\"2147483647\" hidden=\"1\"/>"
                    + "<col min=\"-5\" max=\"-1\" hidden=\"1\"/></cols>"
                    + "<sheetData><row><c><v>7</v></c></row></sheetData></worksheet>");
    try (Workbook workbook =
        XlsxWorkbook.open(write(book), new Location.Whole("book"), ReadLimits.DEFAULT)) {
      workbook.rows(
          0,
          new SheetTaker() {
            @Override
            public void hiddenColumns(int first, int last) {
              hidden.set(first, last + 1);
            }

            @Override
            public void row(GridRow row) {}
          });
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
    assertThat(hidden.nextSetBit(0)).isEqualTo(2);
    assertThat(hidden.length()).isEqualTo(16_384);
  }

  @Test
  void refusesAPartThatDiffersFromItsChecksum() throws IOException {
    byte[] archive = RawXlsx.ofRows("<row><c><v>1</v></c></row>").bytes();
    String names = new String(archive, StandardCharsets.ISO_8859_1);
    // In the directory at the end the checksum stands 30 bytes before the name of the part.
    archive[names.lastIndexOf("xl/worksheets/sheet1.xml") - 30] ^= 1;
    Path file = Files.write(folder.resolve("book.xlsx"), archive);
    assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT))
        .hasMessageStartingWith("file.damaged: ");
  }

  @Test
  void refusesEndlessNesting() throws IOException {
    Path file = write(RawXlsx.ofRows("<a>".repeat(1_000)));
    assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessageStartingWith("file.damaged: ");
  }

  @Test
  void namesTheLimitOfStyles() throws IOException {
    assertLimit(
        RawXlsx.ofRows("<row><c><v>1</v></c></row>")
            .with(
                "xl/styles.xml",
                "<styleSheet><cellXfs>" + "<xf/>".repeat(200_001) + "</cellXfs></styleSheet>"),
        ReadLimits.DEFAULT,
        "limit.styles: This workbook holds more than 200000 cell styles, the limit.");
  }

  @Test
  void readsTheLastCellThatExcelKnows() throws IOException {
    Path file = write(RawXlsx.ofRows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>"));
    long[] seen = new long[2];
    new Readers()
        .raw(
            file,
            0,
            (number, cells) -> {
              seen[0] = number;
              seen[1] = cells.length;
            });
    assertThat(seen).containsExactly(1_048_576, 16_384);
    for (String beyond :
        List.of("<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1048577\"><c r=\"A1\"/></row>")) {
      assertThatThrownBy(() -> read(write(RawXlsx.ofRows(beyond)), ReadLimits.DEFAULT))
          .hasMessage(
              "limit.grid: This cell is outside of the limit of 1048576 rows and 16384 columns.");
    }
  }

  @Test
  void refusesNamesThatLeaveTheArchive() throws IOException {
    for (String name : List.of("../xl/evil.xml", "/xl/evil.xml", "xl/..\\..\\evil.xml")) {
      Path file = write(RawXlsx.ofRows("").with(name, "<a/>"));
      assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT))
          .as(name)
          .isInstanceOf(RunStopped.class)
          .hasMessageStartingWith("file.damaged: ");
    }
  }

  @Test
  void refusesDocumentTypesInEveryPart() throws IOException {
    String bomb = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>";
    for (String part :
        List.of(
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml")) {
      Path file =
          write(RawXlsx.ofRows("").styles("0").strings("<t>a</t>").with(part, bomb + "<a/>"));
      assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT))
          .as(part)
          .hasMessage(
              "file.doctype: This part holds a DOCTYPE, which workbooks never have and which is"
                  + " not read.");
    }
  }

  @Test
  void refusesUnknownEntities() throws IOException {
    Path file = write(RawXlsx.ofRows("<row><c><v>&a;</v></c></row>"));
    assertThatThrownBy(() -> read(file, ReadLimits.DEFAULT))
        .hasMessageStartingWith("file.damaged: ");
  }

  @Test
  void keepsManyStringsOnTheDiskAndLeavesNoFile() throws IOException {
    int count = 600_000;
    String rest = " Kelurahan Tisnonegaran, Kecamatan Kanigaran, Kota Probolinggo";
    String items =
        IntStream.range(0, count)
            .mapToObj(i -> "<si><t>" + i + rest + "</t></si>")
            .collect(Collectors.joining());
    RawXlsx book =
        RawXlsx.ofRows(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>599999</v></c>"
                    + "<c t=\"s\"><v>300001</v></c><c t=\"s\"><v>17</v></c></row>")
            .with("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    StringBuilder seen = new StringBuilder();
    new Readers()
        .raw(
            write(book),
            0,
            (number, cells) -> {
              for (Cell cell : cells) {
                seen.append(cell.text().replace(rest, "")).append(',');
              }
            });
    assertThat(seen).hasToString("0,599999,300001,17,");
    try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("pde-texts-"));
    }
  }

  @Test
  void takesLimitsFromTheEnvironment() {
    assertThat(ReadLimits.from(Map.of())).isEqualTo(ReadLimits.DEFAULT);
    ReadLimits set = ReadLimits.from(Map.of("PDE_READ_ENTRY_BYTES", "5000", "PDE_READ_RATIO", "9"));
    assertThat(set.entryBytes()).isEqualTo(5_000);
    assertThat(set.ratio()).isEqualTo(9);
    assertThat(set.rows()).isEqualTo(ReadLimits.DEFAULT.rows());
    assertThatThrownBy(() -> ReadLimits.from(Map.of("PDE_READ_ROWS", "many")))
        .isInstanceOf(MappingInvalid.class)
        .hasMessage("setting.number: This limit has to be a whole number above 0.");
  }

  private void assertLimit(RawXlsx book, ReadLimits limits, String message) throws IOException {
    Path file = write(book);
    assertThatThrownBy(() -> read(file, limits))
        .isInstanceOf(LimitExceeded.class)
        .hasMessage(message);
  }

  private static void read(Path file, ReadLimits limits) {
    new Readers(limits).raw(file, 0, (number, cells) -> {});
  }

  private Path write(RawXlsx book) throws IOException {
    return Files.write(folder.resolve("book.xlsx"), book.bytes());
  }
}
