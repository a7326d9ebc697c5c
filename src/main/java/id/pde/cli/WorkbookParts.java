package id.pde.cli;

import id.pde.run.InertCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of an xlsx file (ECMA-376), in an order that needs nothing to be known beforehand. */
final class WorkbookParts {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  /** Excel keeps 15 digits of a number; more of them are an identifier. */
  private static final Pattern NUMBER = Pattern.compile("-?(?:0*\\.)?0*[0-9](?:\\.?[0-9]){0,14}");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * Excel counts days from here, and knows a 29 February 1900: days before March are off by one.
   */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final int LONGEST_TITLE = 31;

  private static final int HEADING = 1;
  private static final int DATE = 2;

  /** As a leading apostrophe in Excel: the text never becomes a formula, not even when edited. */
  private static final int INERT = 3;

  private final ZipOutputStream zip;
  private final Writer xml;
  private final String title;
  private int sheets;
  private int row;

  WorkbookParts(OutputStream out, String title) {
    this.zip = new ZipOutputStream(out);
    this.xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    this.title = title.replaceAll("[\\[\\]:*?/\\\\']", "_");
  }

  int sheets() {
    return sheets;
  }

  void nextSheet() throws IOException {
    if (sheets == 0) {
      part("[Content_Types].xml", types());
    } else {
      endSheet();
    }
    sheets++;
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
    xml.append(root("worksheet"))
        .append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
        .append(
            " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
  }

  void beginRow(int number) throws IOException {
    row = number;
    xml.append("<row r=\"").append(Integer.toString(number)).append("\">");
  }

  void endRow() throws IOException {
    xml.append("</row>");
  }

  void heading(int column, String text) throws IOException {
    inline(column, HEADING, text);
  }

  void text(int column, String text) throws IOException {
    inline(column, InertCell.isRun(text) ? INERT : 0, text);
  }

  void number(int column, String number) throws IOException {
    if (!NUMBER.matcher(number).matches()) {
      text(column, number);
      return;
    }
    begin(column, 0);
    xml.append("><v>").append(number).append("</v></c>");
  }

  void truth(int column, boolean value) throws IOException {
    begin(column, 0);
    xml.append(" t=\"b\"><v>").append(value ? "1" : "0").append("</v></c>");
  }

  void date(int column, String date) throws IOException {
    LocalDate day = DAY.matcher(date).matches() ? LocalDate.parse(date) : null;
    if (day == null || day.isBefore(FIRST_DAY)) {
      text(column, date);
      return;
    }
    begin(column, DATE);
    xml.append("><v>")
        .append(Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day)))
        .append("</v></c>");
  }

  void finish() throws IOException {
    endSheet();
    StringBuilder book = new StringBuilder(root("workbook"));
    book.append("<bookViews><workbookView/></bookViews><sheets>");
    StringBuilder links = new StringBuilder(HEAD);
    links.append("<Relationships xmlns=\"").append(PACKAGE).append("relationships\">");
    for (int i = 1; i <= sheets; i++) {
      book.append("<sheet name=\"").append(escaped(sheetName(i))).append("\" sheetId=\"").append(i);
      book.append("\" r:id=\"rId").append(i).append("\"/>");
      links.append(link(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    links.append(link(sheets + 1, "styles", "styles.xml")).append("</Relationships>");
    part("xl/workbook.xml", book.append("</sheets></workbook>").toString());
    part("xl/_rels/workbook.xml.rels", links.toString());
    part("xl/styles.xml", styles());
    part(
        "_rels/.rels",
        HEAD
            + "<Relationships xmlns=\""
            + PACKAGE
            + "relationships\">"
            + link(1, "officeDocument", "xl/workbook.xml")
            + "</Relationships>");
    zip.finish();
  }

  private String sheetName(int number) {
    String end = number == 1 ? "" : " (" + number + ")";
    return title.substring(0, Math.min(title.length(), LONGEST_TITLE - end.length())) + end;
  }

  private void endSheet() throws IOException {
    xml.append("</sheetData></worksheet>").flush();
    zip.closeEntry();
  }

  private void inline(int column, int style, String text) throws IOException {
    begin(column, style);
    xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        .append(escaped(text))
        .append("</t></is></c>");
  }

  private void begin(int column, int style) throws IOException {
    xml.append("<c r=\"").append(letters(column)).append(Integer.toString(row)).append('"');
    if (style > 0) {
      xml.append(" s=\"").append(Integer.toString(style)).append('"');
    }
  }

  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  /** Signs that XML cannot hold are written as Excel writes them: _x0001_. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\t', '\n' -> safe.append(sign);
        case '_' -> safe.append(isEscape(text, i) ? "_x005F_" : "_");
        default -> {
          if (sign < ' ' || sign == '\uFFFE' || sign == '\uFFFF') {
            safe.append("_x").append(HEX.toHexDigits(sign)).append('_');
          } else {
            safe.append(sign);
          }
        }
      }
    }
    return safe.toString();
  }

  private static boolean isEscape(String text, int at) {
    return text.length() - at >= 7 && text.substring(at, at + 7).matches("_x[0-9A-Fa-f]{4}_");
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    xml.append(content).flush();
    zip.closeEntry();
  }

  private static String root(String name) {
    return HEAD + "<" + name + " xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\">";
  }

  /** Any part is a sheet that is not named: how many there are is known at the end. */
  private static String types() {
    return HEAD
        + "<Types xmlns=\""
        + PACKAGE
        + "content-types\"><Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\""
        + KIND
        + "worksheet+xml\"/>"
        + override("/xl/workbook.xml", "sheet.main+xml")
        + override("/xl/styles.xml", "styles+xml")
        + "</Types>";
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
  }

  private static String link(int number, String kind, String target) {
    return "<Relationship Id=\"rId"
        + number
        + "\" Type=\""
        + OFFICE
        + "/"
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String styles() {
    return root("styleSheet")
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"4\"><xf/><xf fontId=\"1\" applyFont=\"1\" quotePrefix=\"1\"/>"
        + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf quotePrefix=\"1\"/></cellXfs>"
        + "</styleSheet>";
  }
}
