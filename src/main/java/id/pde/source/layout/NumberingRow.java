package id.pde.source.layout;

import id.pde.model.Field;
import java.util.List;

/** The row 1 2 3 4 ... that official tables have below their headings. */
final class NumberingRow {

  private NumberingRow() {}

  /** How sure a row is one. */
  enum Likeness {
    NO,
    /** Bare numbers: a row of data can look like that, too. */
    BARE,
    /** Numbers in brackets. */
    BRACKETED
  }

  static Likeness of(GridRow row, List<Field> fields) {
    int expected = 1;
    boolean bracketed = false;
    for (Field field : fields) {
      int column = field.column() - 1;
      if (!row.filled(column)) {
        if (!field.heading().isEmpty()) {
          return Likeness.NO;
        }
        continue;
      }
      String text = Tidy.line(row.text(column));
      boolean inBrackets = text.equals("(" + expected + ")");
      if (!inBrackets && !text.equals(Integer.toString(expected))) {
        return Likeness.NO;
      }
      bracketed |= inBrackets;
      expected++;
    }
    if (expected <= 2) {
      return Likeness.NO;
    }
    return bracketed ? Likeness.BRACKETED : Likeness.BARE;
  }

  /**
   * Whether the row below a bare one shows that it numbers the columns: it starts to count again,
   * or holds words where a number stood.
   */
  static boolean confirmedBy(GridRow next, List<Field> fields) {
    boolean words = false;
    for (Field field : fields) {
      int column = field.column() - 1;
      words |= next.filled(column) && !isNumber(Tidy.line(next.text(column)));
    }
    int first = fields.get(0).column() - 1;
    return words || (fields.size() >= 4 && Tidy.line(next.text(first)).equals("1"));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ((sign < '0' || sign > '9') && ".,-+ ".indexOf(sign) < 0) {
        return false;
      }
    }
    return true;
  }
}
