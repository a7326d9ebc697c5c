package id.pde.source.layout;

import id.pde.model.Field;
import id.pde.source.layout.Wanted.Role;
import id.pde.source.layout.Wanted.Values;
import java.util.List;

/**
 * The columns that make a row one of the data: the key's, or the required ones where there is no
 * key.
 */
final class KeyFields {

  /** Per column of the key the file columns that may hold it. */
  private final int[][] columns;

  /** Per column of the key what fills it. */
  private final Values[] values;

  private KeyFields(int[][] columns, Values[] values) {
    this.columns = columns;
    this.values = values;
  }

  static KeyFields of(List<Wanted> wanted, List<Field> fields) {
    boolean keyed = wanted.stream().anyMatch(one -> one.role() == Role.KEY);
    Role role = keyed ? Role.KEY : Role.REQUIRED;
    List<Wanted> key = wanted.stream().filter(one -> one.role() == role).toList();
    return new KeyFields(
        key.stream().map(one -> one.columns(fields)).toArray(int[][]::new),
        key.stream().map(Wanted::values).toArray(Values[]::new));
  }

  boolean filledBy(GridRow row) {
    if (columns.length == 0) {
      return false;
    }
    for (int i = 0; i < columns.length; i++) {
      if (!anyFilled(row, columns[i], values[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyFilled(GridRow row, int[] alternatives, Values values) {
    for (int column : alternatives) {
      if (row.filled(column) && (values == Values.ANY || !beginsWithLetter(row.text(column)))) {
        return true;
      }
    }
    return false;
  }

  /** "Jumlah" or "Probolinggo, 31 Desember 2024" where a number stands is no key. */
  private static boolean beginsWithLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        return Character.isLetter(text.charAt(i));
      }
    }
    return false;
  }
}
