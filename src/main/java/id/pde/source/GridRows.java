package id.pde.source;

import id.pde.model.Cell;
import id.pde.run.GridSource.CellVisitor;
import id.pde.source.layout.GridRow;

/** Shows the rows of a sheet from row 1; rows that the file leaves out come without cells. */
final class GridRows {

  private final CellVisitor visitor;
  private long last;

  GridRows(CellVisitor visitor) {
    this.visitor = visitor;
  }

  void row(GridRow row) {
    for (long gap = last + 1; gap < row.number(); gap++) {
      visitor.row(gap, new Cell[0]);
    }
    last = row.number();
    visitor.row(row.number(), SheetReading.cells(row));
  }
}
