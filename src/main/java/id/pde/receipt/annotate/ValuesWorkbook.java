package id.pde.receipt.annotate;

import id.pde.model.Cell;
import id.pde.run.InertCell;
import id.pde.source.SentFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with the values of a delivery that is none, or is too large to be given back whole.
 * Every value keeps its row and column. Rows wait on the disk.
 */
final class ValuesWorkbook implements AutoCloseable {

  /** Rows at the top of a sheet that are always there: titles and headings. */
  static final int TOP = 30;

  private static final int WINDOW = 100;
  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final int ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
  private static final int COLUMNS = SpreadsheetVersion.EXCEL2007.getMaxColumns();

  private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
  private final @Nullable Map<String, Set<Integer>> concerned;
  private final Set<String> names = new TreeSet<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, List<String>> headings = new HashMap<>();
  private final Map<String, CellStyle> styles = new HashMap<>();
  private @Nullable MarkedRows marking;
  private int marked;

  /**
   * @param concerned the rows that are wanted, by the name of the sheet; null: all of all
   */
  ValuesWorkbook(@Nullable Map<String, Set<Integer>> concerned) {
    this.concerned = concerned;
    workbook.setCompressTempFiles(true);
  }

  /** What the sheet of that name in the delivery is called here; null: it is not here. */
  @Nullable String title(String sheet) {
    return titles.get(sheet);
  }

  /** The headings of records; empty for a sheet that holds cells. */
  List<String> headings(String sheet) {
    return headings.getOrDefault(sheet, List.of());
  }

  /** Begins a sheet; it is that one of the delivery, from 0. */
  SentFile.Rows sheet(int index, String name, boolean records) {
    endMarks();
    Set<Integer> wanted = concerned == null ? null : concerned.getOrDefault(name, Set.of());
    if (wanted != null && wanted.isEmpty()) {
      return (number, cells) -> {};
    }
    String title = free(WorkbookUtil.createSafeSheetName(name.isEmpty() ? "Data" : name, '_'));
    titles.put(name, title);
    SXSSFSheet sheet = workbook.createSheet(title);
    sheet.setDefaultColumnWidth(18);
    if (wanted != null) {
      // The rows that are left out take no room: those between are hidden as long as they are
      // empty.
      workbook
          .getXSSFWorkbook()
          .getSheet(title)
          .getCTWorksheet()
          .getSheetFormatPr()
          .setZeroHeight(true);
    }
    MarkedRows marks = new MarkedRows(index, sheet);
    marking = marks;
    return (number, cells) -> {
      if (records && number == 1) {
        headings.put(name, Stream.of(cells).map(cell -> cell.text().strip()).toList());
      }
      if (number <= ROWS && (wanted == null || number <= TOP || wanted.contains((int) number))) {
        Row row = sheet.createRow((int) number - 1);
        fill(row, cells);
        if (Stream.of(cells).anyMatch(ValuesWorkbook::holds)) {
          marks.mark(row, cells.length);
        }
      }
    };
  }

  private static boolean holds(Cell cell) {
    return !(cell instanceof Cell.Words words
        ? words.text().isBlank()
        : cell instanceof Cell.Blank);
  }

  private void endMarks() {
    MarkedRows last = marking;
    if (last != null && last.end()) {
      marked++;
    }
    marking = null;
  }

  /** How many sheets have marked rows; it takes no more rows. */
  int markedSheets() {
    endMarks();
    return marked;
  }

  private String free(String title) {
    String name = title;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      String end = " " + i;
      name = title.substring(0, Math.min(title.length(), 31 - end.length())) + end;
    }
    return name;
  }

  private void fill(Row row, Cell[] cells) {
    for (int column = 0; column < Math.min(cells.length, COLUMNS); column++) {
      Cell cell = cells[column];
      if (!(cell instanceof Cell.Blank || cell instanceof Cell.Uncalculated)) {
        fill(row.createCell(column), cell);
      }
    }
  }

  private void fill(org.apache.poi.ss.usermodel.Cell target, Cell cell) {
    if (cell instanceof Cell.Numeric number && number.exact().length() <= 16) {
      target.setCellValue(Double.parseDouble(number.exact()));
      String format = number.format();
      if (format != null) {
        target.setCellStyle(format(format));
      }
    } else if (cell instanceof Cell.Logical logical) {
      target.setCellValue(logical.value());
    } else if (cell instanceof Cell.Moment moment && serial(moment) >= 0) {
      target.setCellValue(serial(moment));
      target.setCellStyle(format(moment));
    } else if (cell instanceof Cell.Failure failure && isKnown(failure.error())) {
      target.setCellErrorValue(FormulaError.forString(failure.error()).getCode());
    } else {
      String text = cell.text();
      target.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
      target.setCellStyle(InertCell.isRun(text) ? inert() : format("@"));
    }
  }

  private static boolean isKnown(String error) {
    return Stream.of(FormulaError.values()).anyMatch(known -> known.getString().equals(error));
  }

  /** Negative where Excel has no such day. */
  private static double serial(Cell.Moment moment) {
    if (moment.value() instanceof LocalDateTime time) {
      return DateUtil.getExcelDate(time);
    }
    if (moment.value() instanceof LocalDate day) {
      return DateUtil.getExcelDate(day);
    }
    return moment.value() instanceof LocalTime time ? time.toSecondOfDay() / 86_400.0 : -1;
  }

  private CellStyle format(Cell.Moment moment) {
    if (moment.value() instanceof LocalDate) {
      return format("dd/mm/yyyy");
    }
    return format(moment.value() instanceof LocalTime ? "hh:mm:ss" : "dd/mm/yyyy hh:mm:ss");
  }

  /** One style for each format; a file with very many of them gets the last ones without. */
  private CellStyle format(String format) {
    return styles.computeIfAbsent(
        styles.size() < 1_000 ? format : "General",
        known -> {
          CellStyle style = workbook.createCellStyle();
          style.setDataFormat(workbook.createDataFormat().getFormat(known));
          return style;
        });
  }

  /** As a leading apostrophe in Excel: the text never becomes a formula, not even when edited. */
  private CellStyle inert() {
    return styles.computeIfAbsent(
        "'",
        any -> {
          CellStyle style = workbook.createCellStyle();
          style.setDataFormat(workbook.createDataFormat().getFormat("@"));
          style.setQuotePrefixed(true);
          return style;
        });
  }

  /** Whether it has no sheet. */
  boolean isEmpty() {
    return workbook.getNumberOfSheets() == 0;
  }

  void write(Path file) throws IOException {
    endMarks();
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
