package id.pde.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that somebody opened and saved in another format, as spreadsheet programs do it. */
final class Resaved {

  private static final String SPACES =
      " xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
          + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
          + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
          + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' office:version='1.3'>";

  private Resaved() {}

  static void asXls(Path workbook, Path target) throws IOException {
    try (InputStream bytes = Files.newInputStream(workbook);
        XSSFWorkbook from = new XSSFWorkbook(bytes);
        HSSFWorkbook to = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(target)) {
      for (Sheet sheet : from) {
        Sheet copy = to.createSheet(sheet.getSheetName());
        for (Row row : sheet) {
          for (Cell cell : row) {
            copy(cell, rowOf(copy, row).createCell(cell.getColumnIndex()));
          }
        }
      }
      for (XSSFName name : from.getAllNames()) {
        Name copy = to.createName();
        copy.setNameName(name.getNameName());
        copy.setSheetIndex(name.getSheetIndex());
        copy.setRefersToFormula(name.getRefersToFormula());
      }
      to.createInformationProperties();
      CustomProperties own = new CustomProperties();
      from.getProperties()
          .getCustomProperties()
          .getUnderlyingProperties()
          .getPropertyList()
          .forEach(property -> own.put(property.getName(), property.getLpwstr()));
      to.getDocumentSummaryInformation().setCustomProperties(own);
      to.write(out);
    }
  }

  private static Row rowOf(Sheet sheet, Row like) {
    Row row = sheet.getRow(like.getRowNum());
    return row == null ? sheet.createRow(like.getRowNum()) : row;
  }

  private static void copy(Cell from, Cell to) {
    if (from.getCellType() == CellType.NUMERIC) {
      to.setCellValue(from.getNumericCellValue());
    } else if (from.getCellType() == CellType.STRING) {
      to.setCellValue(from.getStringCellValue());
    }
  }

  static void asOds(Path workbook, Path target) throws IOException {
    try (InputStream bytes = Files.newInputStream(workbook);
        XSSFWorkbook from = new XSSFWorkbook(bytes);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
      part(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      StringBuilder meta = new StringBuilder("<office:document-meta" + SPACES + "<office:meta>");
      from.getProperties()
          .getCustomProperties()
          .getUnderlyingProperties()
          .getPropertyList()
          .forEach(
              property ->
                  meta.append("<meta:user-defined meta:name='")
                      .append(property.getName())
                      .append("'>")
                      .append(property.getLpwstr())
                      .append("</meta:user-defined>"));
      part(zip, "meta.xml", meta + "</office:meta></office:document-meta>");
      part(zip, "content.xml", content(from));
    }
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String content(XSSFWorkbook from) {
    StringBuilder xml =
        new StringBuilder(
            "<office:document-content" + SPACES + "<office:body><office:spreadsheet>");
    for (Sheet sheet : from) {
      xml.append("<table:table table:name='").append(sheet.getSheetName()).append("'>");
      for (int row = 0; row <= sheet.getLastRowNum(); row++) {
        xml.append("<table:table-row>");
        Row cells = sheet.getRow(row);
        for (int column = 0; cells != null && column < cells.getLastCellNum(); column++) {
          xml.append(cell(cells.getCell(column)));
        }
        xml.append("</table:table-row>");
      }
      xml.append("<table:named-expressions>");
      for (XSSFName name : from.getAllNames()) {
        if (name.getSheetIndex() == from.getSheetIndex(sheet)) {
          xml.append("<table:named-expression table:name='")
              .append(name.getNameName())
              .append("' table:expression='1'/>");
        }
      }
      xml.append("</table:named-expressions></table:table>");
    }
    return xml + "</office:spreadsheet></office:body></office:document-content>";
  }

  private static String cell(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "<table:table-cell/>";
    }
    if (cell.getCellType() == CellType.NUMERIC) {
      double number = cell.getNumericCellValue();
      return "<table:table-cell office:value-type='float' office:value='" + number + "'/>";
    }
    String text =
        cell.getStringCellValue()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace("\n", "</text:p><text:p>");
    return "<table:table-cell office:value-type='string'><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }
}
