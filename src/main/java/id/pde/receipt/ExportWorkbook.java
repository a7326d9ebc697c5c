package id.pde.receipt;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Exports;
import id.pde.run.InertCell;
import id.pde.run.LimitExceeded;
import id.pde.run.ReadOnlySql.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A table as an Excel workbook. Rows wait on the disk, so that the memory it takes does not grow
 * with them. Where a sheet is full the next one goes on, under the same headings.
 */
public final class ExportWorkbook implements Exports.Workbook {

  private static final int WINDOW = 100;

  /** Excel keeps 15 digits of a number; more of them are an identifier. */
  private static final Pattern NUMBER = Pattern.compile("-?(?:0*\\.)?0*[0-9](?:\\.?[0-9]){0,14}");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** Excel knows a 29 February 1900: days before March are off by one. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  /** What Excel takes for a sign that XML cannot hold. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int LONGEST_TITLE = 31;

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
  private final OutputStream out;
  private final String title;
  private final int rows;
  private final CellStyle heading;
  private final CellStyle date;
  private final CellStyle inert;
  private List<Column> columns = List.of();
  private @Nullable SXSSFSheet sheet;
  private int row;

  /**
   * A workbook without rows.
   *
   * @param out stays open
   * @param title of the first sheet
   */
  public ExportWorkbook(OutputStream out, String title) {
    this(out, title, SpreadsheetVersion.EXCEL2007.getMaxRows());
  }

  /**
   * As the other one.
   *
   * @param rows that a sheet takes
   */
  ExportWorkbook(OutputStream out, String title, int rows) {
    this.out = out;
    this.title = WorkbookUtil.createSafeSheetName(title);
    this.rows = rows;
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading = workbook.createCellStyle();
    heading.setFont(bold);
    date = workbook.createCellStyle();
    date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    // As a leading apostrophe in Excel: the text never becomes a formula, not even when edited.
    inert = workbook.createCellStyle();
    inert.setQuotePrefixed(true);
  }

  @Override
  public int sheets() {
    return workbook.getNumberOfSheets();
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
    nextSheet();
  }

  @Override
  public void row(List<@Nullable String> values) {
    SXSSFSheet current = sheet;
    if (current == null || row == rows) {
      current = nextSheet();
    }
    Row cells = current.createRow(row++);
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      if (value != null) {
        fill(cells.createCell(i), columns.get(i), value);
      }
    }
  }

  @Override
  public void finish() {
    try {
      workbook.write(out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private SXSSFSheet nextSheet() {
    int number = sheets() + 1;
    String end = number == 1 ? "" : " (" + number + ")";
    int length = Math.min(title.length(), LONGEST_TITLE - end.length());
    SXSSFSheet next = workbook.createSheet(title.substring(0, length) + end);
    next.createFreezePane(0, 1);
    Row headings = next.createRow(0);
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = headings.createCell(i);
      cell.setCellValue(escaped(columns.get(i).name()));
      cell.setCellStyle(heading);
    }
    sheet = next;
    row = 1;
    return next;
  }

  private void fill(Cell cell, Column column, String value) {
    switch (column.kind()) {
      case NUMBER -> number(cell, column, value);
      case BOOLEAN -> cell.setCellValue(value.equals("true"));
      case DATE -> date(cell, column, value);
      case TEXT -> text(cell, column, value);
    }
  }

  private void number(Cell cell, Column column, String value) {
    if (NUMBER.matcher(value).matches()) {
      cell.setCellValue(Double.parseDouble(value));
    } else {
      text(cell, column, value);
    }
  }

  private void date(Cell cell, Column column, String value) {
    LocalDate day = DAY.matcher(value).matches() ? LocalDate.parse(value) : null;
    if (day == null || day.isBefore(FIRST_DAY)) {
      text(cell, column, value);
      return;
    }
    cell.setCellValue(day);
    cell.setCellStyle(date);
  }

  private void text(Cell cell, Column column, String value) {
    String escaped = escaped(value);
    int longest = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    if (escaped.length() > longest) {
      throw tooLong(column.name(), longest);
    }
    cell.setCellValue(escaped);
    if (InertCell.isRun(value)) {
      cell.setCellStyle(inert);
    }
  }

  /** Signs that XML cannot hold are written as Excel writes them: {@code _x0001_}. */
  private static String escaped(String text) {
    if (text.indexOf('_') < 0 && !FORBIDDEN.matcher(text).find()) {
      return text;
    }
    String plain = ESCAPE.matcher(text).replaceAll("_x005F_");
    return FORBIDDEN
        .matcher(plain)
        .replaceAll(sign -> "_x" + HEX.toHexDigits(sign.group().charAt(0)) + "_");
  }

  private static LimitExceeded tooLong(String column, int longest) {
    return new LimitExceeded(
        Issue.of(
            "export.cell",
            Severity.REFUSE,
            new Location.Whole(column),
            new Advice(
                "xlsx",
                new Text(
                    "Kolom "
                        + column
                        + " memuat teks yang lebih panjang dari "
                        + longest
                        + " tanda, batas satu sel Excel.",
                    "The column "
                        + column
                        + " has a text of more than "
                        + longest
                        + " signs, the limit of an Excel cell."),
                new Text("Pakai --format csv.", "Use --format csv."))),
        null);
  }
}
