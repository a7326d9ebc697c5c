package id.pde.receipt.annotate;

import id.pde.run.resubmit.RowMark;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * Marks the rows of a sheet in hidden columns far to the right, so that each is known again
 * wherever it is moved.
 */
final class MarkedRows {

  private final int index;
  private final SXSSFSheet sheet;
  private int last;

  /**
   * @param index of the sheet of the delivery, from 0
   */
  MarkedRows(int index, SXSSFSheet sheet) {
    this.index = index;
    this.sheet = sheet;
  }

  /** Marks a row of so many cells. */
  void mark(Row row, int width) {
    int number = row.getRowNum() + 1;
    put(row, new RowMark(index, number, last), RowMark.column(width));
    last = number;
  }

  /** Says that these were all; false: there was none. */
  boolean end() {
    if (last == 0) {
      return false;
    }
    // Of a full sheet the last row has another mark, so the one at its end has its own column.
    boolean room = last < SpreadsheetVersion.EXCEL2007.getMaxRows();
    Row row = room ? sheet.createRow(last) : sheet.getRow(last - 1);
    put(row, new RowMark(index, 0, last), RowMark.column(room ? 0 : 256));
    return true;
  }

  private void put(Row row, RowMark mark, int column) {
    if (column >= 0) {
      row.createCell(column).setCellValue(mark.text());
      sheet.setColumnHidden(column, true);
    }
  }
}
