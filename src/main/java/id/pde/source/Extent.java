package id.pde.source;

import id.pde.model.Cell;
import id.pde.run.GridSource.CellVisitor;

/** Measures a grid. */
final class Extent implements CellVisitor {

  private long rows;
  private int columns;

  @Override
  public void row(long number, Cell[] cells) {
    if (cells.length > 0) {
      rows = number;
      columns = Math.max(columns, cells.length);
    }
  }

  long rows() {
    return rows;
  }

  int columns() {
    return columns;
  }
}
