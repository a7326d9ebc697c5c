package id.pde.source;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.SheetTaker;
import java.util.function.Consumer;

/** Hands the rows of a sheet on and counts what of them people do not see. */
final class HiddenParts implements SheetTaker {

  private final Consumer<GridRow> rows;
  private long hiddenRows;
  private long firstRow;
  private int hiddenColumns;
  private int firstColumn;

  HiddenParts(Consumer<GridRow> rows) {
    this.rows = rows;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    hiddenColumns += last - first + 1;
    firstColumn = firstColumn == 0 ? first + 1 : firstColumn;
  }

  @Override
  public void row(GridRow row) {
    if (row.hidden()) {
      firstRow = hiddenRows++ == 0 ? row.number() : firstRow;
    }
    rows.accept(row);
  }

  /** Hidden rows that hold values. */
  long rows() {
    return hiddenRows;
  }

  /** From 1; 0: none. */
  long firstRow() {
    return firstRow;
  }

  int columns() {
    return hiddenColumns;
  }

  /** From 1; 0: none. */
  int firstColumn() {
    return firstColumn;
  }
}
