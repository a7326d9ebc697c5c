package id.pde.run.total;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds and takes away whole and decimal numbers, exactly. */
final class Adder {

  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;
  private long values;

  void add(@Nullable Object value, int sign) {
    if (value instanceof Long number) {
      long signed = sign * number;
      long next = whole + signed;
      if (((whole ^ next) & (signed ^ next)) < 0 || number == Long.MIN_VALUE) {
        BigDecimal exact = BigDecimal.valueOf(number);
        rest = sign < 0 ? rest.subtract(exact) : rest.add(exact);
      } else {
        whole = next;
      }
      values += sign;
    } else if (value instanceof BigDecimal number) {
      rest = sign < 0 ? rest.subtract(number) : rest.add(number);
      values += sign;
    }
  }

  /** The sum; null: of no value. */
  @Nullable BigDecimal sum() {
    return values == 0 ? null : BigDecimal.valueOf(whole).add(rest);
  }
}
