package id.pde.source;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.SheetTaker;
import java.util.function.Consumer;

/** Hands records on, and knows whether there was one. */
final class RecordRows implements SheetTaker {

  private final Consumer<GridRow> rows;
  private boolean none = true;

  RecordRows(Consumer<GridRow> rows) {
    this.rows = rows;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    // Records hide nothing.
  }

  @Override
  public void row(GridRow row) {
    none = false;
    rows.accept(row);
  }

  boolean isNone() {
    return none;
  }
}
