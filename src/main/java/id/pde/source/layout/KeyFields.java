package id.pde.source.layout;

import id.pde.model.Field;
import id.pde.source.layout.Wanted.Role;
import java.util.List;

/**
 * The columns that make a row one of the data: the key's, or the required ones where there is no
 * key.
 */
final class KeyFields {

  /** Per column of the key the file columns that may hold it. */
  private final int[][] columns;

  private KeyFields(int[][] columns) {
    this.columns = columns;
  }

  static KeyFields of(List<Wanted> wanted, List<Field> fields) {
    boolean keyed = wanted.stream().anyMatch(one -> one.role() == Role.KEY);
    Role role = keyed ? Role.KEY : Role.REQUIRED;
    return new KeyFields(
        wanted.stream()
            .filter(one -> one.role() == role)
            .map(one -> one.columns(fields))
            .toArray(int[][]::new));
  }

  boolean filledBy(GridRow row) {
    if (columns.length == 0) {
      return false;
    }
    for (int[] alternatives : columns) {
      if (!anyFilled(row, alternatives)) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyFilled(GridRow row, int[] alternatives) {
    for (int column : alternatives) {
      if (row.filled(column)) {
        return true;
      }
    }
    return false;
  }
}
