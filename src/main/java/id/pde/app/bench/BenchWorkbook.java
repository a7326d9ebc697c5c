package id.pde.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the workbook of the benchmark as Excel writes one: 13 columns of shared strings, whole
 * numbers, decimals and dates, the same on every machine.
 */
final class BenchWorkbook {

  static final int COLUMNS = 13;

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final SplittableRandom random = new SplittableRandom(17);

  /** Of the texts that come again; a million others would not fit into the memory. */
  private final Map<String, Integer> repeated = new HashMap<>();

  /** All texts in the order of their first use, as Excel keeps them. */
  private final Writer strings;

  private int count;

  private BenchWorkbook(Writer strings) {
    this.strings = strings;
  }

  static void write(Path file, int rows) throws IOException {
    Path texts = Files.createTempFile(file.toAbsolutePath().getParent(), "bench", ".texts");
    try (Writer strings = Files.newBufferedWriter(texts)) {
      new BenchWorkbook(strings).writeTo(file, rows, texts);
    } finally {
      Files.deleteIfExists(texts);
    }
  }

  private void writeTo(Path file, int rows, Path texts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        Writer xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
      part(zip, xml, "[Content_Types].xml", types());
      part(zip, xml, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
      part(
          zip,
          xml,
          "xl/_rels/workbook.xml.rels",
          relations(
              "worksheet", "worksheets/sheet1.xml",
              "styles", "styles.xml",
              "sharedStrings", "sharedStrings.xml"));
      part(
          zip,
          xml,
          "xl/workbook.xml",
          root("workbook")
              + "<sheets><sheet name=\"Bench\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          xml,
          "xl/styles.xml",
          root("styleSheet")
              + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
              + "<xf numFmtId=\"4\"/></cellXfs></styleSheet>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      xml.append(root("worksheet")).append("<sheetData>");
      for (int row = 1; row <= rows; row++) {
        row(xml, row);
      }
      xml.append("</sheetData></worksheet>").flush();
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      xml.append(root("sst")).flush();
      strings.flush();
      Files.copy(texts, zip);
      xml.append("</sst>").flush();
    }
  }

  private void row(Writer xml, int row) throws IOException {
    xml.append("<row r=\"").append(Integer.toString(row)).append("\" spans=\"1:13\">");
    text(xml, 'A', row, added("Warga " + row));
    text(xml, 'B', row, known("Jl. Soekarno Hatta No. " + random.nextInt(5_000)));
    text(xml, 'C', row, known("Kelurahan " + random.nextInt(60)));
    text(xml, 'D', row, known(random.nextBoolean() ? "L" : "P"));
    number(xml, 'E', row, 0, Integer.toString(row));
    number(xml, 'F', row, 0, Integer.toString(random.nextInt(12)));
    number(xml, 'G', row, 0, Long.toString(random.nextLong(1_000_000_000L)));
    number(xml, 'H', row, 2, random.nextInt(100_000) + "." + (10 + random.nextInt(90)));
    number(xml, 'I', row, 2, random.nextInt(10_000) + "." + (10 + random.nextInt(90)));
    number(xml, 'J', row, 0, Double.toString(random.nextDouble(1, 1000)));
    number(xml, 'K', row, 1, Integer.toString(20_000 + random.nextInt(25_000)));
    number(xml, 'L', row, 1, Integer.toString(42_000 + random.nextInt(3_000)));
    number(xml, 'M', row, 1, 45_000 + "." + (1 + random.nextInt(9)));
    xml.append("</row>");
  }

  private int known(String text) throws IOException {
    Integer index = repeated.get(text);
    if (index == null) {
      index = added(text);
      repeated.put(text, index);
    }
    return index;
  }

  private int added(String text) throws IOException {
    strings.append("<si><t>").append(text).append("</t></si>");
    return count++;
  }

  private static void text(Writer xml, char column, int row, int index) throws IOException {
    begin(xml, column, row);
    xml.append("\" t=\"s\"><v>").append(Integer.toString(index)).append("</v></c>");
  }

  private static void number(Writer xml, char column, int row, int style, String number)
      throws IOException {
    begin(xml, column, row);
    if (style > 0) {
      xml.append("\" s=\"").append(Integer.toString(style));
    }
    xml.append("\"><v>").append(number).append("</v></c>");
  }

  private static void begin(Writer xml, char column, int row) throws IOException {
    xml.append("<c r=\"").append(column).append(Integer.toString(row));
  }

  private static void part(ZipOutputStream zip, Writer xml, String name, String content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    xml.append(content).flush();
  }

  private static String root(String name) {
    return HEAD + "<" + name + " xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">";
  }

  private static String types() {
    return HEAD
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + override("/xl/workbook.xml", "sheet.main+xml")
        + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
        + override("/xl/styles.xml", "styles+xml")
        + override("/xl/sharedStrings.xml", "sharedStrings+xml")
        + "</Types>";
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
  }

  private static String relations(String... typesAndTargets) {
    StringBuilder xml = new StringBuilder(HEAD);
    xml.append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append("<Relationship Id=\"rId")
          .append(i / 2 + 1)
          .append("\" Type=\"")
          .append(OFFICE)
          .append('/')
          .append(typesAndTargets[i])
          .append("\" Target=\"")
          .append(typesAndTargets[i + 1])
          .append("\"/>");
    }
    return xml.append("</Relationships>").toString();
  }
}
