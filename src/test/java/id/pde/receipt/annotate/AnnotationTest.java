package id.pde.receipt.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.run.GridSource;
import id.pde.source.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationTest {

  private static final List<Issue> ISSUES =
      List.of(
          AnnotatedFile.issue(Severity.REJECT, "Harga", 3, 2),
          AnnotatedFile.issue(Severity.WARN, "Harga", 4, 2),
          // Cells, and a row, that are not there.
          AnnotatedFile.issue(Severity.REJECT, "Harga", 4, 7),
          AnnotatedFile.issue(Severity.REJECT, "Harga", 9, 3),
          AnnotatedFile.issue(Severity.WARN, "Kios & 'Los' 2", 2, 1));

  @TempDir private Path folder;

  @Test
  void marksExactlyTheFaultyCells() throws IOException {
    Path sent = rich();
    Path back = annotate(sent);

    assertThat(AnnotatedFile.coloured(back))
        .isEqualTo(
            Map.of(
                "Harga!B3", false,
                "Harga!B4", true,
                "Harga!G4", false,
                "Harga!C9", false,
                "Kios & 'Los' 2!A2", true));
    assertThat(AnnotatedFile.comments(back).keySet())
        .containsExactlyInAnyOrder(
            "Harga!A2", "Harga!B3", "Harga!B4", "Harga!G4", "Harga!C9", "Kios & 'Los' 2!A2");
    assertThat(AnnotatedFile.comments(back))
        .containsEntry("Harga!A2", "milik dinas")
        .containsEntry(
            "Harga!B3",
            "asli\n\n[PDE] \"1.234\" dapat dibaca dua cara\nAturan: decimal(12,2)\nMungkin maksudnya"
                + " 1234");
  }

  @Test
  void losesNothingOfTheirs() throws IOException {
    Path sent = rich();
    Path back = annotate(sent);

    assertThat(AnnotatedFile.cells(back)).isEqualTo(AnnotatedFile.cells(sent));
    assertThat(AnnotatedFile.changed(sent, back))
        .containsExactlyInAnyOrder(
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing0.vml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml");
    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      assertThat(workbook.getSheetName(0)).isEqualTo("Perbaikan PDE");
      assertThat(workbook.getActiveSheetIndex()).isZero();
      assertThat(workbook.getSheetVisibility(3)).isEqualTo(SheetVisibility.HIDDEN);
      XSSFSheet prices = workbook.getSheet("Harga");
      assertThat(prices.isSelected()).isFalse();
      assertThat(prices.getProtect()).isTrue();
      assertThat(prices.getSheetConditionalFormatting().getNumConditionalFormattings()).isOne();
      assertThat(prices.getNumMergedRegions()).isOne();
      assertThat(workbook.getName("Daftar").getRefersToFormula()).isEqualTo("Harga!$A$1:$B$4");
      assertThat(workbook.getPrintArea(1)).isEqualTo("Harga!$A$1:$C$4");
      assertThat(workbook.getAllPictures()).hasSize(1);
    }
  }

  @Test
  void sumsUpWithLinksAndWithoutFormulas() throws IOException {
    Path back = annotate(rich());

    try (InputStream bytes = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=1+1");
      assertThat(sheet.getHyperlinkList())
          .extracting(link -> link.getAddress())
          .containsExactly(
              "'Harga'!B3", "'Harga'!G4", "'Harga'!C9", "'Harga'!B4", "'Kios & ''Los'' 2'!A2");
      assertThat(workbook.getProperties().getCustomProperties().contains("PDE.perbaikan")).isTrue();
    }
  }

  @Test
  void itsOwnSheetIsNoData() throws IOException {
    Path back = annotate(rich());

    assertThat(new Readers().titles(back))
        .extracting(GridSource.Title::name)
        .containsExactly("Harga", "Kios & 'Los' 2", "Sandi");
  }

  @Test
  void writesTheNextAnswerOverTheLast() throws IOException {
    Path first = annotate(rich());
    Path second = folder.resolve("kedua.xlsx");
    AnnotatedFile.annotate(
        first, second, List.of(AnnotatedFile.issue(Severity.REJECT, "Harga", 4, 2)));

    assertThat(AnnotatedFile.coloured(second)).isEqualTo(Map.of("Harga!B4", false));
    assertThat(AnnotatedFile.comments(second).keySet())
        .containsExactlyInAnyOrder("Harga!A2", "Harga!B3", "Harga!B4");
    assertThat(new Readers().titles(second)).hasSize(3);
    try (InputStream bytes = Files.newInputStream(second);
        XSSFWorkbook workbook = new XSSFWorkbook(bytes)) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
      assertThat(workbook.getSheetAt(0).getHyperlinkList()).hasSize(1);
    }
  }

  @Test
  void takesPartsThatOtherProgramsWrite() throws IOException {
    Path sent = folder.resolve("polos.xlsx");
    try (OutputStream bytes = Files.newOutputStream(sent);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
              + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
              + "<Default Extension='xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
              + "<Override PartName='/wb.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
      String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='a' Type='"
              + relations
              + "/officeDocument' Target='wb.xml'/></Relationships>");
      part(
          zip,
          "wb.xml",
          "<x:workbook xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
              + " xmlns:r='"
              + relations
              + "'><x:sheets><x:sheet name='A' sheetId='7' r:id='s'/></x:sheets></x:workbook>");
      part(
          zip,
          "_rels/wb.xml.rels",
          "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
              + "<Relationship Id='s' Type='"
              + relations
              + "/worksheet' Target='/ws/s.xml'/></Relationships>");
      part(
          zip,
          "ws/s.xml",
          "<x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
              + "<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
              + "<x:row/></x:sheetData></x:worksheet>");
    }
    Path back = folder.resolve("kembali.xlsx");
    AnnotatedFile.annotate(
        sent,
        back,
        List.of(
            AnnotatedFile.issue(Severity.REJECT, "A", 1, 2),
            AnnotatedFile.issue(Severity.REJECT, "A", 2, 3)));

    assertThat(AnnotatedFile.coloured(back)).isEqualTo(Map.of("A!B1", false, "A!C2", false));
    assertThat(AnnotatedFile.comments(back)).hasSize(2);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Path annotate(Path sent) throws IOException {
    return AnnotatedFile.annotate(sent, folder.resolve("perbaikan.xlsx"), ISSUES);
  }

  /** A workbook with much that must not get lost. */
  private Path rich() throws IOException {
    Path file = folder.resolve("kaya.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet prices = workbook.createSheet("Harga");
      CellStyle money = workbook.createCellStyle();
      money.setDataFormat(workbook.createDataFormat().getFormat("\"Rp\" #,##0.00"));
      money.setBorderBottom(BorderStyle.THIN);
      money.setLocked(false);
      for (int row = 0; row < 4; row++) {
        prices.createRow(row).createCell(0).setCellValue("barang " + row);
        prices.getRow(row).createCell(1).setCellValue(1_000.5 * row);
        prices.getRow(row).getCell(1).setCellStyle(money);
      }
      prices.createRow(4).createCell(1).setCellFormula("SUM(B1:B4)");
      prices.addMergedRegion(new CellRangeAddress(5, 5, 0, 2));
      prices.setColumnWidth(0, 9_000);
      prices.protectSheet("rahasia");
      comment(prices, 1, 0, "milik dinas");
      comment(prices, 2, 1, "asli");
      ConditionalFormattingRule rule =
          prices.getSheetConditionalFormatting().createConditionalFormattingRule("B1>2000");
      rule.createPatternFormatting().setFillBackgroundColor((short) 3);
      prices
          .getSheetConditionalFormatting()
          .addConditionalFormatting(
              new CellRangeAddress[] {CellRangeAddress.valueOf("B1:B4")}, rule);
      workbook.createSheet("Kios & 'Los' 2").createRow(0).createCell(0).setCellValue("nama");
      XSSFSheet secret = workbook.createSheet("Sandi");
      secret
          .createDrawingPatriarch()
          .createPicture(
              secret.createDrawingPatriarch().createAnchor(0, 0, 0, 0, 1, 1, 2, 2),
              workbook.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG));
      workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
      workbook.createName().setNameName("Daftar");
      workbook.getName("Daftar").setRefersToFormula("Harga!$A$1:$B$4");
      workbook.setPrintArea(0, "$A$1:$C$4");
      workbook.write(out);
    }
    return file;
  }

  private static void comment(XSSFSheet sheet, int row, int column, String text) {
    ClientAnchor anchor =
        sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, column, row, column + 2, row + 2);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
    sheet.getRow(row).getCell(column).setCellComment(comment);
  }
}
