package id.pde.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Makes a workbook of its description in YAML:
 *
 * <pre>{@code
 * epoch: 1904                         # default 1900
 * sheets:
 *   - name: Data
 *     visible: hidden                 # or very-hidden
 *     hide-rows: [4]                  # as Excel counts
 *     hide-columns: [C]
 *     merge: ["A1:C1"]
 *     rows:
 *       - [NO, NAMA, JUMLAH]          # text
 *       - [1, true, null]                # number, boolean, nothing
 *       - [{value: 0.5, style: "0%"}, {formula: A1+1, value: 3}, {error: "#N/A"}, {rich: [a, b]}]
 *       - [{value: teks, indent: 2}, {value: "0123", apostrophe: true}]
 * }</pre>
 */
final class GoldenBook {

  private final Workbook book;
  private final Map<String, CellStyle> styles = new HashMap<>();

  private GoldenBook(Workbook book) {
    this.book = book;
  }

  static byte[] bytes(String name, Map<?, ?> description) throws IOException {
    try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
      GoldenBook made = new GoldenBook(book);
      list(description.get("sheets")).forEach(sheet -> made.sheet((Map<?, ?>) sheet));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return "1904".equals(text(description.get("epoch")))
          ? from1904(bytes.toByteArray())
          : bytes.toByteArray();
    }
  }

  private static byte[] from1904(byte[] workbook) throws IOException {
    return Workbooks.edited(
        workbook,
        "xl/workbook.xml",
        xml -> xml.replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>"));
  }

  private void sheet(Map<?, ?> description) {
    Sheet sheet = book.createSheet(text(description.get("name")));
    List<?> rows = list(description.get("rows"));
    for (int number = 0; number < rows.size(); number++) {
      List<?> cells = list(rows.get(number));
      Row row = sheet.createRow(number);
      for (int column = 0; column < cells.size(); column++) {
        Object value = cells.get(column);
        if (value != null) {
          cell(row.createCell(column), value);
        }
      }
    }
    for (Object range : list(description.get("merge"))) {
      sheet.addMergedRegion(CellRangeAddress.valueOf(text(range)));
    }
    for (Object row : list(description.get("hide-rows"))) {
      sheet.getRow(Integer.parseInt(text(row)) - 1).setZeroHeight(true);
    }
    for (Object column : list(description.get("hide-columns"))) {
      sheet.setColumnHidden(CellReference.convertColStringToIndex(text(column)), true);
    }
    switch (text(description.get("visible"))) {
      case "hidden" -> book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.HIDDEN);
      case "very-hidden" ->
          book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
      default -> {
        // As people see it.
      }
    }
  }

  private void cell(Cell cell, Object value) {
    if (!(value instanceof Map<?, ?> description)) {
      plain(cell, value);
      return;
    }
    if (description.get("formula") != null) {
      cell.setCellFormula(text(description.get("formula")));
    }
    Object inside = description.get("value");
    if (inside != null) {
      plain(cell, inside);
    }
    if (description.get("error") != null) {
      cell.setCellErrorValue(FormulaError.forString(text(description.get("error"))).getCode());
    }
    if (description.get("rich") != null) {
      cell.setCellValue(rich(list(description.get("rich"))));
    }
    cell.setCellStyle(styles.computeIfAbsent(styleKey(description), key -> style(description)));
  }

  private static void plain(Cell cell, Object value) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else {
      cell.setCellValue(value.toString());
    }
  }

  private RichTextString rich(List<?> runs) {
    StringBuilder all = new StringBuilder();
    runs.forEach(all::append);
    RichTextString rich = book.getCreationHelper().createRichTextString(all.toString());
    int from = 0;
    for (Object run : runs) {
      var font = book.createFont();
      font.setBold(from % 2 == 0);
      rich.applyFont(from, from + text(run).length(), font);
      from += text(run).length();
    }
    return rich;
  }

  private static String styleKey(Map<?, ?> cell) {
    return cell.get("style") + "|" + cell.get("indent") + "|" + cell.get("apostrophe");
  }

  private CellStyle style(Map<?, ?> cell) {
    CellStyle style = book.createCellStyle();
    if (cell.get("style") != null) {
      style.setDataFormat(book.createDataFormat().getFormat(text(cell.get("style"))));
    }
    if (cell.get("indent") instanceof Number indent) {
      style.setIndention(indent.shortValue());
    }
    style.setQuotePrefixed(Boolean.TRUE.equals(cell.get("apostrophe")));
    return style;
  }

  static List<?> list(@Nullable Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
