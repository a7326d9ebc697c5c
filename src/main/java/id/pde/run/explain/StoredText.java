package id.pde.run.explain;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of a table as text, and whether two of them are the same. */
final class StoredText {

  private StoredText() {}

  static String of(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** 1.50 and 1.5 are one number; a moment is one whatever its offset. */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    if (left instanceof BigDecimal one && right instanceof Long other) {
      return one.compareTo(BigDecimal.valueOf(other)) == 0;
    }
    if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
      return one.isEqual(other);
    }
    return Objects.equals(left, right);
  }
}
