package id.pde.source.joined;

import id.pde.model.Cell;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.RowFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that were changed, by the sheet and row of the delivery that they are laid over. A cell that
 * says the same as the delivery's stays the delivery's own. Immutable.
 */
public final class Corrections {

  /** There are none. */
  public static final Corrections NONE = new Corrections(List.of());

  /** One workbook after the other. */
  private final List<Map<Long, Cell[]>> rows;

  private Corrections(List<Map<Long, Cell[]>> rows) {
    this.rows = List.copyOf(rows);
  }

  /** These, and those of a later workbook. */
  Corrections and(Map<Long, Cell[]> later) {
    List<Map<Long, Cell[]>> all = new ArrayList<>(rows);
    all.add(Map.copyOf(later));
    return new Corrections(all);
  }

  static long key(int sheet, long row) {
    return ((long) sheet << 32) | row;
  }

  /** Whether nothing is laid over anything. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * A row with what is laid over it.
   *
   * @param sheet from 0; of a text 0
   * @param number as copies have it: of a text the physical line, of records the one after theirs
   */
  public GridRow over(int sheet, long number, GridRow row) {
    GridRow laid = row;
    for (Map<Long, Cell[]> one : rows) {
      Cell[] cells = one.get(key(sheet, number));
      laid = cells == null ? laid : over(laid, cells);
    }
    return laid;
  }

  private static GridRow over(GridRow row, Cell[] returned) {
    int width = Math.max(row.width(), returned.length);
    Cell[] cells = new Cell[width];
    List<RowFault> faults = new ArrayList<>(row.faults());
    for (int column = 0; column < width; column++) {
      Cell own = row.cell(column);
      Cell other = column < returned.length ? returned[column] : Cell.BLANK;
      boolean same = CopiedCell.written(own).equals(CopiedCell.returned(other));
      cells[column] = same ? own : other;
      if (!same) {
        int changed = column + 1;
        faults.removeIf(fault -> fault.column() == changed);
      }
    }
    return row.with(cells, faults);
  }
}
