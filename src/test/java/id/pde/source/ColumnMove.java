package id.pde.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A column that takes another place, as by cut and insert; the columns in between make room.
 *
 * @param from from 0
 * @param to from 0
 */
record ColumnMove(int from, int to) {

  /**
   * Moves one of the last columns to the left, behind the first two: there stand the words of
   * totals, which are told by the first filled cell.
   *
   * @param width columns of the table
   * @param alone whether a column stands below no heading that it shares
   * @param free whether a column may come to stand before this one
   */
  static ColumnMove within(int width, IntPredicate alone, IntPredicate free) {
    for (int from = width - 1; from > 2; from--) {
      for (int to = 2; alone.test(from) && to < from; to++) {
        if (free.test(to)) {
          return new ColumnMove(from, to);
        }
      }
    }
    for (int from = 2; from < width - 1; from++) {
      if (alone.test(from)) {
        return new ColumnMove(from, width - 1);
      }
    }
    return new ColumnMove(width - 1, width - 2);
  }

  /** Where a column stands afterwards. */
  int of(int column) {
    if (column == from) {
      return to;
    }
    if (from > to) {
      return column >= to && column < from ? column + 1 : column;
    }
    return column > from && column <= to ? column - 1 : column;
  }

  /** The same values in their new order; a short row is padded. */
  <T> List<T> apply(List<T> values, T nothing) {
    List<T> padded = new ArrayList<>(values);
    while (padded.size() <= Math.max(from, to)) {
      padded.add(nothing);
    }
    padded.add(to, padded.remove(from));
    return padded;
  }
}
