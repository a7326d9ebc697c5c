package id.pde.source;

import id.pde.model.Cell;
import id.pde.run.GridSource.CellVisitor;
import id.pde.source.layout.GridRow;

/** Shows records as a spreadsheet would: headings in row 1, one record below the other. */
final class RecordGrid {

  private final CellVisitor visitor;
  private long rows;

  RecordGrid(CellVisitor visitor) {
    this.visitor = visitor;
  }

  void row(GridRow row) {
    if (row.deleted()) {
      return;
    }
    Cell[] cells = SheetReading.cells(row);
    for (int column = 0; column < cells.length; column++) {
      // No double lies behind these numbers: all their digits count.
      if (cells[column] instanceof Cell.Numeric number && number.exact().length() > 15) {
        cells[column] = new Cell.Words(number.exact());
      }
    }
    rows++;
    visitor.row(rows, cells);
  }
}
