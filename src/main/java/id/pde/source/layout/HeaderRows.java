package id.pde.source.layout;

import id.pde.mapping.TableForm.Fill;
import id.pde.source.layout.HeadingPath.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that may be the headings of a table.
 *
 * @param first position of the first
 */
record HeaderRows(int first, int depth, Fill fill) {

  int end() {
    return first + depth;
  }

  /** The heading of every column, in order; columns without one have no parts. */
  List<HeadingPath> paths(HeadingGrid grid) {
    int width = grid.width(first, depth);
    List<HeadingPath> paths = new ArrayList<>(width);
    int[][] owners = fill == Fill.RIGHT ? owners(grid, width) : new int[0][];
    for (int column = 0; column < width; column++) {
      List<Part> parts = new ArrayList<>();
      for (int row = first; row < end(); row++) {
        int owner = fill == Fill.RIGHT ? owners[row - first][column] : column;
        Part part = owner < 0 ? null : part(grid, row, owner);
        if (part != null && (parts.isEmpty() || !isSame(parts.get(parts.size() - 1), part))) {
          parts.add(part);
        }
      }
      paths.add(new HeadingPath(column, parts));
    }
    return paths;
  }

  private static boolean isSame(Part above, Part part) {
    return above.row() == part.row() && above.cell() == part.cell();
  }

  /** What a cell shows: its own text, or that of the range it is part of. */
  private @Nullable Part part(HeadingGrid grid, int row, int column) {
    MergedRange range = grid.range(row, column);
    if (range == null || grid.filled(row, column)) {
      return grid.filled(row, column) ? Part.of(grid, row, column) : null;
    }
    for (int top = row; top >= first; top--) {
      if (grid.row(top).number() == range.firstRow()) {
        return grid.filled(top, range.firstColumn())
            ? Part.of(grid, top, range.firstColumn())
            : null;
      }
    }
    return null;
  }

  /**
   * Per row and column whose text covers it, -1: none. A heading covers the blank cells on its
   * right if it has one below itself, and no further than the heading above it.
   */
  private int[][] owners(HeadingGrid grid, int width) {
    int[][] owners = new int[depth][width];
    for (int row = first; row < end(); row++) {
      int[] above = row == first ? null : owners[row - first - 1];
      int[] here = owners[row - first];
      int left = -1;
      for (int column = 0; column < width; column++) {
        if (part(grid, row, column) != null) {
          here[column] = column;
          left = column;
          continue;
        }
        boolean covered =
            left >= 0
                && hasBelow(grid, row, left)
                && hasBelow(grid, row, column)
                && (above == null || above[left] == above[column]);
        here[column] = covered ? left : -1;
      }
    }
    return owners;
  }

  private boolean hasBelow(HeadingGrid grid, int row, int column) {
    for (int below = row + 1; below < end(); below++) {
      if (grid.filled(below, column)) {
        return true;
      }
    }
    return false;
  }
}
