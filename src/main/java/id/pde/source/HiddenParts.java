package id.pde.source;

import id.pde.mapping.TableForm.Hidden;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.SheetTaker;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Hands the rows of a sheet on and notes what of them people do not see; hidden columns come empty
 * where they are left out.
 */
final class HiddenParts implements SheetTaker {

  private final Hidden policy;
  private final Consumer<GridRow> rows;
  private final BitSet columns = new BitSet();
  private final BitSet filled = new BitSet();
  private final RowRanges hidden = new RowRanges();

  HiddenParts(Consumer<GridRow> rows) {
    this(Hidden.USUAL, rows);
  }

  HiddenParts(Hidden policy, Consumer<GridRow> rows) {
    this.policy = policy;
    this.rows = rows;
  }

  @Override
  public void hiddenColumns(int first, int last) {
    columns.set(first, last + 1);
  }

  @Override
  public void row(GridRow row) {
    if (row.hidden()) {
      hidden.add(row.number());
    }
    rows.accept(columns.isEmpty() ? row : seen(row));
  }

  private GridRow seen(GridRow row) {
    boolean any = false;
    for (int column = columns.nextSetBit(0);
        column >= 0 && column < row.width();
        column = columns.nextSetBit(column + 1)) {
      if (row.filled(column)) {
        filled.set(column);
        any = true;
      }
    }
    return any && policy == Hidden.SKIP ? row.without(columns) : row;
  }

  /** Hidden rows that hold values. */
  RowRanges rows() {
    return hidden;
  }

  /** Hidden columns that hold values, from 0. */
  BitSet columns() {
    return filled;
  }
}
