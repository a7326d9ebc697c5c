package id.pde.receipt.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Severity;
import id.pde.source.Readers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataConsolidateFunction;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agencies have in their workbooks besides cells comes back as it was. */
class ForeignPartsTest {

  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
  private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String THREADS =
      "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

  /** Parts that a mark may change; every other one stays to the byte. */
  private static final Set<String> OURS =
      Set.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/_rels/workbook.xml.rels",
          "xl/workbook.xml",
          "xl/styles.xml",
          "xl/worksheets/sheet1.xml",
          "xl/worksheets/_rels/sheet1.xml.rels",
          "xl/comments1.xml",
          "xl/drawings/vmlDrawing0.vml",
          "docProps/custom.xml");

  @TempDir private Path folder;

  @Test
  void chartsPivotTablesMacrosAndConversationsStay() throws IOException {
    Path sent = folder.resolve("kaya.xlsm");
    Files.write(sent, rich());
    added(sent);
    Path back = annotate(sent);

    assertThat(OURS).containsAll(AnnotatedFile.changed(sent, back));
    Map<String, byte[]> parts = AnnotatedFile.parts(back);
    assertThat(parts)
        .containsKeys(
            "xl/vbaProject.bin",
            "xl/charts/chart1.xml",
            "xl/pivotTables/pivotTable1.xml",
            "xl/pivotCache/pivotCacheDefinition1.xml",
            "xl/threadedComments/threadedComment1.xml",
            "xl/persons/person.xml",
            "customXml/item1.xml");
    assertThat(text(parts, "xl/worksheets/_rels/sheet1.xml.rels")).contains(THREADS, "drawing");
    assertThat(text(parts, "[Content_Types].xml")).contains("macroEnabled", "threadedcomments");
    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      XSSFSheet data = workbook.getSheet("Data");
      assertThat(workbook.isMacroEnabled()).isTrue();
      assertThat(data.getDrawingPatriarch().getCharts()).hasSize(1);
      assertThat(workbook.getSheet("Pivot").getPivotTables()).hasSize(1);
      assertThat(data.getMergedRegions()).hasSize(1);
      assertThat(data.getRow(2).getZeroHeight()).isTrue();
      assertThat(data.isColumnHidden(3)).isTrue();
      assertThat(workbook.getSheet("Pivot").getProtect()).isTrue();
      assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("Lembar 63")))
          .isEqualTo(SheetVisibility.VERY_HIDDEN);
      assertThat(workbook.getNumberOfSheets()).isEqualTo(65);
    }
    assertThat(AnnotatedFile.coloured(back)).containsOnlyKeys("Data!B2");
    assertThat(new Readers().titles(back)).isEqualTo(new Readers().titles(sent));
  }

  @Test
  void strictOnesStayStrict() throws IOException {
    Path sent = folder.resolve("strict.xlsx");
    Files.write(sent, plain());
    strict(sent);
    Path back = annotate(sent);

    assertThat(OURS).containsAll(AnnotatedFile.changed(sent, back));
    Map<String, byte[]> parts = AnnotatedFile.parts(back);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      if (part.getKey().startsWith("xl/") && part.getKey().endsWith(".xml")) {
        assertThat(text(parts, part.getKey())).as(part.getKey()).doesNotContain(SHEET);
      }
    }
    assertThat(rows(back)).isEqualTo(rows(sent));
  }

  private static List<String> rows(Path file) {
    List<String> rows = new ArrayList<>();
    new Readers()
        .raw(
            file,
            0,
            (number, cells) ->
                rows.add(
                    number
                        + Arrays.stream(cells)
                            .map(cell -> "|" + cell.text())
                            .collect(Collectors.joining())));
    return rows;
  }

  private Path annotate(Path sent) throws IOException {
    return AnnotatedFile.annotate(
        sent,
        folder.resolve("kembali-" + sent.getFileName()),
        List.of(AnnotatedFile.issue(Severity.REJECT, "Data", 2, 2)));
  }

  private static String text(Map<String, byte[]> parts, String name) {
    return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static byte[] plain() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      data(workbook.createSheet("Data"));
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void data(XSSFSheet sheet) {
    sheet.createRow(0).createCell(0).setCellValue("Barang");
    sheet.getRow(0).createCell(1).setCellValue("Harga");
    for (int row = 1; row < 5; row++) {
      sheet.createRow(row).createCell(0).setCellValue("barang " + row);
      sheet.getRow(row).createCell(1).setCellValue(row * 10);
    }
  }

  private static byte[] rich() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM);
        var out = new ByteArrayOutputStream()) {
      workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));
      XSSFSheet data = workbook.createSheet("Data");
      data(data);
      XSSFDrawing drawing = data.createDrawingPatriarch();
      chart(drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 4, 4, 9, 9)), data);
      data.addMergedRegion(new CellRangeAddress(8, 8, 0, 1));
      data.getRow(2).setZeroHeight(true);
      data.setColumnHidden(3, true);
      XSSFSheet pivot = workbook.createSheet("Pivot");
      var table =
          pivot.createPivotTable(
              new AreaReference("A1:B5", SpreadsheetVersion.EXCEL2007),
              new CellReference("A3"),
              data);
      table.addRowLabel(0);
      table.addColumnLabel(DataConsolidateFunction.SUM, 1);
      pivot.protectSheet("rahasia");
      for (int i = 3; i <= 64; i++) {
        workbook.createSheet("Lembar " + i).createRow(0).createCell(0).setCellValue(i);
      }
      workbook.setSheetVisibility(62, SheetVisibility.VERY_HIDDEN);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void chart(XSSFChart chart, XSSFSheet sheet) {
    var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
    var left = chart.createValueAxis(AxisPosition.LEFT);
    XDDFChartData lines = chart.createData(ChartTypes.LINE, bottom, left);
    lines.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, CellRangeAddress.valueOf("A2:A5")),
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B2:B5")));
    chart.plot(lines);
  }

  /** Parts that POI does not make: a conversation, its persons, data of an add-in. */
  private static void added(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>(AnnotatedFile.parts(file));
    put(
        parts,
        "xl/threadedComments/threadedComment1.xml",
        "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
            + "<threadedComment ref=\"A2\" id=\"{1}\" personId=\"{2}\"><text>tanya</text>"
            + "</threadedComment></ThreadedComments>");
    put(
        parts,
        "xl/persons/person.xml",
        "<personList xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
            + "<person displayName=\"Petugas\" id=\"{2}\"/></personList>");
    put(parts, "customXml/item1.xml", "<tambahan/>");
    relate(
        parts,
        "xl/worksheets/_rels/sheet1.xml.rels",
        THREADS,
        "../threadedComments/threadedComment1.xml");
    relate(
        parts,
        "xl/_rels/workbook.xml.rels",
        "http://schemas.microsoft.com/office/2017/10/relationships/person",
        "persons/person.xml");
    relate(parts, "_rels/.rels", OFFICE + "relationships/customXml", "customXml/item1.xml");
    replace(
        parts,
        "[Content_Types].xml",
        "</Types>",
        "<Override PartName=\"/xl/threadedComments/threadedComment1.xml\""
            + " ContentType=\"application/vnd.ms-excel.threadedcomments+xml\"/>"
            + "<Override PartName=\"/xl/persons/person.xml\""
            + " ContentType=\"application/vnd.ms-excel.person+xml\"/></Types>");
    write(file, parts);
  }

  private static void strict(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>(AnnotatedFile.parts(file));
    for (String name : new TreeSet<>(parts.keySet())) {
      if (name.startsWith("xl/") || name.equals("_rels/.rels")) {
        put(
            parts,
            name,
            text(parts, name)
                .replace(SHEET, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/"));
      }
    }
    replace(parts, "xl/workbook.xml", "<workbook ", "<workbook conformance=\"strict\" ");
    write(file, parts);
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void relate(Map<String, byte[]> parts, String list, String type, String target) {
    replace(
        parts,
        list,
        "</Relationships>",
        "<Relationship Id=\"lain"
            + parts.size()
            + "\" Type=\""
            + type
            + "\" Target=\""
            + target
            + "\"/></Relationships>");
  }

  private static void replace(Map<String, byte[]> parts, String name, String old, String fresh) {
    assertThat(text(parts, name)).contains(old);
    put(parts, name, text(parts, name).replace(old, fresh));
  }

  private static void write(Path file, Map<String, byte[]> parts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
  }
}
