package id.pde.receipt.annotate;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet that get a mark, by row and column, both from 1. */
final class SheetMarks {

  private final NavigableMap<Integer, NavigableMap<Integer, CellMark>> rows = new TreeMap<>();
  private int cells;

  void add(int row, int column, CellMark mark) {
    NavigableMap<Integer, CellMark> cellsOfRow = rows.computeIfAbsent(row, any -> new TreeMap<>());
    boolean first = !cellsOfRow.containsKey(column);
    cellsOfRow.merge(column, mark, CellMark::and);
    if (first) {
      cells++;
    }
  }

  int cells() {
    return cells;
  }

  NavigableMap<Integer, NavigableMap<Integer, CellMark>> rows() {
    return rows;
  }

  @Nullable CellMark at(int row, int column) {
    NavigableMap<Integer, CellMark> cellsOfRow = rows.get(row);
    return cellsOfRow == null ? null : cellsOfRow.get(column);
  }
}
