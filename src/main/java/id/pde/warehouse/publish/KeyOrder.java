package id.pde.warehouse.publish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether keys come in ascending order, as exports of a table mostly do. Only a hint for how they
 * are compared: text is taken by UTF-16 units, the server takes it by bytes.
 */
final class KeyOrder {

  private final @Nullable Object[] last;
  private boolean first = true;
  private boolean ascends = true;
  private boolean above;

  KeyOrder(int columns) {
    last = new @Nullable Object[columns];
  }

  boolean ascends() {
    return ascends;
  }

  /** The value of one column of the next key; those of a key come one after the other. */
  void next(int column, @Nullable Object value) {
    if (!ascends) {
      return;
    }
    above = column > 0 && above;
    if (!first && !above) {
      int turn = compared(last[column], value);
      ascends = turn <= 0;
      above = turn < 0;
    }
    last[column] = value;
    first = first && column < last.length - 1;
  }

  private static int compared(@Nullable Object before, @Nullable Object now) {
    if (before instanceof Long one && now instanceof Long other) {
      return one.compareTo(other);
    }
    if (before instanceof String one && now instanceof String other) {
      return one.compareTo(other);
    }
    if (before instanceof LocalDate one && now instanceof LocalDate other) {
      return one.compareTo(other);
    }
    return 1;
  }
}
