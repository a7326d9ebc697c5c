package id.pde.source;

import id.pde.model.Header;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook, changed as agencies change theirs; formulas become their values. */
final class ChangedBook {

  private ChangedBook() {}

  static void change(Path from, Path to, Consumer<Workbook> change) throws IOException {
    // Not from the file itself: a package that is opened so is not to be changed.
    try (InputStream in = Files.newInputStream(from);
        Workbook book = WorkbookFactory.create(in);
        OutputStream out = Files.newOutputStream(to)) {
      book.forEach(sheet -> sheet.forEach(row -> row.forEach(ChangedBook::settle)));
      change.accept(book);
      book.write(out);
    }
  }

  private static void settle(Cell cell) {
    if (cell.getCellType() == CellType.FORMULA) {
      cell.removeFormula();
    }
  }

  /** Two more lines above everything. */
  static void titles(Workbook book) {
    for (Sheet sheet : book) {
      List<Integer> hidden = new ArrayList<>();
      sheet.forEach(
          row -> {
            if (row.getZeroHeight()) {
              hidden.add(row.getRowNum());
            }
          });
      if (sheet.getPhysicalNumberOfRows() > 0) {
        sheet.shiftRows(0, sheet.getLastRowNum(), 2);
      }
      sheet.createRow(0).createCell(0).setCellValue("PEMERINTAH KOTA CONTOH");
      sheet.createRow(1).createCell(0).setCellValue("Salinan untuk walidata");
      sheet.forEach(row -> row.setZeroHeight(hidden.contains(row.getRowNum() - 2)));
    }
  }

  /** A column of each table takes another place, from its topmost heading downwards. */
  static void move(Workbook book, List<Header> tables) {
    for (Header table : tables) {
      Sheet sheet = book.getSheet(table.table());
      int top = top(table);
      List<CellRangeAddress> merged =
          sheet.getMergedRegions().stream().filter(range -> range.getFirstRow() >= top).toList();
      int width = sheet.getRow((int) table.line() - 1).getLastCellNum();
      move(
          sheet,
          top,
          ColumnMove.within(
              width, column -> isAlone(merged, column), column -> isFree(merged, column)));
    }
  }

  /** The row of the topmost heading, from 0. */
  private static int top(Header table) {
    return table.captions().stream().mapToInt(caption -> (int) caption.line()).max().orElse(0);
  }

  private static boolean isAlone(List<CellRangeAddress> merged, int column) {
    return merged.stream()
        .noneMatch(
            range ->
                range.getFirstColumn() < range.getLastColumn()
                    && range.getFirstColumn() <= column
                    && column <= range.getLastColumn());
  }

  private static boolean isFree(List<CellRangeAddress> merged, int column) {
    return merged.stream()
        .noneMatch(range -> range.getFirstColumn() < column && column <= range.getLastColumn());
  }

  private static void move(Sheet sheet, int top, ColumnMove move) {
    int first = Math.min(move.from(), move.to());
    int last = Math.max(move.from(), move.to());
    for (Row row : sheet) {
      if (row.getRowNum() >= top) {
        move(row, move, first, last);
      }
    }
    List<CellRangeAddress> merged = sheet.getMergedRegions();
    for (int i = merged.size() - 1; i >= 0; i--) {
      sheet.removeMergedRegion(i);
    }
    for (CellRangeAddress range : merged) {
      if (range.getFirstRow() >= top) {
        range.setFirstColumn(move.of(range.getFirstColumn()));
        range.setLastColumn(move.of(range.getLastColumn()));
      }
      sheet.addMergedRegion(range);
    }
    List<Boolean> hidden = new ArrayList<>();
    for (int column = first; column <= last; column++) {
      hidden.add(sheet.isColumnHidden(column));
    }
    for (int column = first; column <= last; column++) {
      if (hidden.contains(true)) {
        sheet.setColumnHidden(move.of(column), hidden.get(column - first));
      }
    }
  }

  private static void move(Row row, ColumnMove move, int first, int last) {
    List<Kept> kept = new ArrayList<>();
    for (int column = first; column <= last; column++) {
      Cell cell = row.getCell(column);
      if (cell != null) {
        kept.add(new Kept(column, cell));
        row.removeCell(cell);
      }
    }
    kept.forEach(cell -> cell.put(row.createCell(move.of(cell.column))));
  }

  /** What a cell holds, while it has no place. */
  private static final class Kept {
    private final int column;
    private final CellStyle style;
    private final Consumer<Cell> value;

    Kept(int column, Cell cell) {
      this.column = column;
      this.style = cell.getCellStyle();
      this.value = value(cell);
    }

    void put(Cell cell) {
      value.accept(cell);
      cell.setCellStyle(style);
    }
  }

  static Consumer<Cell> value(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> {
        double number = cell.getNumericCellValue();
        yield to -> to.setCellValue(number);
      }
      case STRING -> {
        String text = cell.getStringCellValue();
        yield to -> to.setCellValue(text);
      }
      case BOOLEAN -> {
        boolean truth = cell.getBooleanCellValue();
        yield to -> to.setCellValue(truth);
      }
      case ERROR -> {
        byte code = cell.getErrorCellValue();
        yield to -> to.setCellErrorValue(code);
      }
      case BLANK, FORMULA, _NONE -> to -> {};
    };
  }

  /** A further column behind a table: its heading, and a value below it for every filled row. */
  static void add(Workbook book, Header table, String heading, double value) {
    Sheet sheet = book.getSheet(table.table());
    int headings = (int) table.line() - 1;
    int column = sheet.getRow(headings).getLastCellNum();
    sheet.getRow(headings).createCell(column).setCellValue(heading);
    for (Row row : sheet) {
      if (row.getRowNum() > headings && row.getCell(0) != null) {
        row.createCell(column).setCellValue(value);
      }
    }
  }
}
