package id.pde.source.layout;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.model.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** Gathers the cells of one row after the other. Used by one thread. */
public final class RowBuilder {

  private static final int EXCEL_ROWS = 1 << 20;

  /** Between filled cells, in all rows of a sheet; a file says nothing of them, yet they cost. */
  private static final long MOST_BLANKS = 500_000_000;

  /** A row of a sheet may hold more than one of a text, whose fields are mostly short. */
  private static final long ROOM = 4;

  private final String sheet;
  private final ReadLimits limits;
  private final Consumer<GridRow> taker;
  private Cell[] cells = new Cell[64];
  private int width;
  private int filled;
  private int values;
  private long blanks;
  private long characters;

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
    boolean blank = cell instanceof Cell.Blank;
    if (blank && column >= width) {
      // A style alone: a row is not made wider for it.
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
    }
    if (column >= width) {
      Arrays.fill(cells, width, column, Cell.BLANK);
      width = column + 1;
    }
    cells[column] = cell;
    if (!blank) {
      filled = Math.max(filled, column + 1);
      values++;
      characters += cell instanceof Cell.Words words ? words.text().length() : 0;
      if (characters > ROOM * limits.recordCharacters()) {
        throw tooLong(row);
      }
    }
  }

  private RuntimeException tooLong(long row) {
    String size = String.format(Locale.ROOT, "%,d", ROOM * limits.recordCharacters());
    return Faults.limit(
        "limit.record",
        new Location.SheetCell(sheet, row, 0),
        new Text(
            "Baris ini memuat lebih dari "
                + size
                + " karakter ("
                + ROOM
                + " kali PDE_READ_RECORD_CHARACTERS).",
            "This row holds more than "
                + size
                + " characters ("
                + ROOM
                + " times PDE_READ_RECORD_CHARACTERS)."),
        null);
  }

  /**
   * Ends the row and shows it if it holds a value.
   *
   * @param number from 1
   */
  public void end(long number, GridRow.Sight sight) {
    int count = filled;
    blanks += Math.max(0, count - values);
    width = 0;
    filled = 0;
    values = 0;
    characters = 0;
    if (blanks > MOST_BLANKS) {
      throw Faults.limit(
          "limit.blank-cells",
          new Location.SheetCell(sheet, number, 0),
          new Text(
              "Sel kosong di antara sel berisi di lembar ini lebih dari " + MOST_BLANKS + ".",
              "The blank cells between filled ones in this sheet are more than "
                  + MOST_BLANKS
                  + "."),
          null);
    }
    if (count > 0) {
      taker.accept(GridRow.ofCells(number, Arrays.copyOf(cells, count), sight));
    }
  }
}
