package id.pde.source.layout;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import java.util.Arrays;
import java.util.function.Consumer;

/** Gathers the cells of one row after the other. Used by one thread. */
public final class RowBuilder {

  private static final int EXCEL_ROWS = 1 << 20;

  private final String sheet;
  private final ReadLimits limits;
  private final Consumer<GridRow> taker;
  private Cell[] cells = new Cell[64];
  private int width;
  private int filled;

  /** Builds the rows of a sheet. */
  public RowBuilder(String sheet, ReadLimits limits, Consumer<GridRow> taker) {
    this.sheet = sheet;
    this.limits = limits;
    this.taker = taker;
  }

  /**
   * Puts a cell.
   *
   * @param column from 0
   */
  public void put(long row, int column, Cell cell) {
    if (column < 0 || column >= limits.columns() || row > Math.min(limits.rows(), EXCEL_ROWS)) {
      throw Faults.limit(
          "limit.grid",
          new Location.SheetCell(sheet, row, column + 1),
          new Text(
              "Sel ini di luar batas " + EXCEL_ROWS + " baris dan " + limits.columns() + " kolom.",
              "This cell is outside of the limit of "
                  + EXCEL_ROWS
                  + " rows and "
                  + limits.columns()
                  + " columns."),
          null);
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
    }
    if (column >= width) {
      Arrays.fill(cells, width, column, Cell.BLANK);
      width = column + 1;
    }
    cells[column] = cell;
    if (!(cell instanceof Cell.Blank)) {
      filled = Math.max(filled, column + 1);
    }
  }

  /**
   * Ends the row and shows it if it holds a value.
   *
   * @param number from 1
   */
  public void end(long number, GridRow.Sight sight) {
    int count = filled;
    width = 0;
    filled = 0;
    if (count > 0) {
      taker.accept(GridRow.ofCells(number, Arrays.copyOf(cells, count), sight));
    }
  }
}
