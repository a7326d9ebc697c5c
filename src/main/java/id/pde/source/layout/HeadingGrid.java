package id.pde.source.layout;

import id.pde.model.Cell;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a grid as the search for headings sees them: positions from 0 among the rows
 * that are not blank, columns from 0.
 */
final class HeadingGrid {

  private final List<GridRow> rows;

  /** Per row number the ranges that touch it, by their first column. */
  private final Map<Long, TreeMap<Integer, MergedRange>> merged = new HashMap<>();

  HeadingGrid(List<GridRow> rows, List<MergedRange> ranges) {
    this.rows = rows;
    for (MergedRange range : ranges) {
      for (int i = position(range.firstRow()); i < rows.size(); i++) {
        long number = rows.get(i).number();
        if (number > range.lastRow()) {
          break;
        }
        merged.computeIfAbsent(number, key -> new TreeMap<>()).put(range.firstColumn(), range);
      }
    }
  }

  /** The first row that has this number or a higher one. */
  private int position(long number) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (rows.get(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int size() {
    return rows.size();
  }

  GridRow row(int row) {
    return rows.get(row);
  }

  List<GridRow> rows() {
    return rows;
  }

  /** How many columns a run of rows has. */
  int width(int first, int depth) {
    int width = 0;
    for (int row = first; row < first + depth; row++) {
      width = Math.max(width, rows.get(row).width());
      for (MergedRange range : ranges(row)) {
        width = Math.max(width, Math.min(range.lastColumn() + 1, rows.get(row).width() + 256));
      }
    }
    return width;
  }

  /** Whether a row stands directly below the one before, or is merged with it. */
  boolean follows(int row) {
    if (row <= 0 || row >= rows.size()) {
      return false;
    }
    GridRow above = rows.get(row - 1);
    GridRow here = rows.get(row);
    return here.number() == above.lastNumber() + 1 || isTied(row - 1, row);
  }

  /**
   * Whether a cell of some row reaches down to a later one. What is taller than any headings is a
   * frame beside the table.
   */
  boolean isTied(int row, int later) {
    for (MergedRange range : ranges(row)) {
      if (range.lastRow() >= rows.get(later).number()
          && range.lastRow() - range.firstRow() <= HeadingShape.DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private Collection<MergedRange> ranges(int row) {
    TreeMap<Integer, MergedRange> ranges = merged.get(rows.get(row).number());
    return ranges == null ? List.of() : ranges.values();
  }

  /** The merged range that a cell is part of. */
  @Nullable MergedRange range(int row, int column) {
    TreeMap<Integer, MergedRange> ranges = merged.get(rows.get(row).number());
    Map.Entry<Integer, MergedRange> nearest = ranges == null ? null : ranges.floorEntry(column);
    return nearest == null || nearest.getValue().lastColumn() < column ? null : nearest.getValue();
  }

  boolean filled(int row, int column) {
    return rows.get(row).filled(column);
  }

  /** The own text of a cell in one line; a day as ISO date. */
  String text(int row, int column) {
    GridRow grid = rows.get(row);
    if (!grid.filled(column)) {
      return "";
    }
    if (!grid.isText()
        && grid.cell(column) instanceof Cell.Moment moment
        && moment.value() instanceof LocalDateTime time
        && time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return time.toLocalDate().toString();
    }
    return Tidy.line(grid.text(column));
  }
}
