package id.pde.mapping.cel;

import dev.cel.common.exceptions.CelDivideByZeroException;
import dev.cel.common.exceptions.CelNumericOverflowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A decimal while an expression is evaluated. Nothing is rounded but the quotient of a division.
 * Equal are those of the same value, whatever their places: 1.5 and 1.50.
 */
final class Exact implements Comparable<Exact> {

  /** Places behind the mark of a quotient, the last one rounded half up. */
  static final int QUOTIENT_PLACES = 20;

  /** Digits of a result, and places before or behind the mark; more is an overflow. */
  static final int MAX_DIGITS = 200;

  private final BigDecimal value;

  private Exact(BigDecimal value) {
    this.value = value;
  }

  /** A value of a record, whose size the column bounds. */
  static Exact of(BigDecimal value) {
    return new Exact(value);
  }

  static Exact of(long whole) {
    return new Exact(BigDecimal.valueOf(whole));
  }

  /** A number that came of a calculation, or stands in an expression. */
  static Exact checked(BigDecimal value) {
    if (!fits(value)) {
      throw new CelNumericOverflowException("a decimal has too many digits");
    }
    return new Exact(value);
  }

  /** Whether a number is small enough to be calculated with. */
  static boolean fits(BigDecimal value) {
    return value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS;
  }

  BigDecimal value() {
    return value;
  }

  Exact plus(Exact other) {
    return checked(value.add(other.value));
  }

  Exact minus(Exact other) {
    return checked(value.subtract(other.value));
  }

  Exact times(Exact other) {
    return checked(value.multiply(other.value));
  }

  Exact over(Exact other) {
    if (other.value.signum() == 0) {
      throw new CelDivideByZeroException();
    }
    return checked(value.divide(other.value, QUOTIENT_PLACES, RoundingMode.HALF_UP));
  }

  Exact negated() {
    return new Exact(value.negate());
  }

  Exact absolute() {
    return new Exact(value.abs());
  }

  /** Half up; negative places round tens, hundreds and so on. */
  Exact rounded(long places) {
    if (Math.abs(places) > MAX_DIGITS) {
      throw new CelNumericOverflowException("too many places");
    }
    return checked(value.setScale((int) places, RoundingMode.HALF_UP));
  }

  /** The whole number that it is; one with a fraction, or beyond a long, is none. */
  long whole() {
    try {
      return value.longValueExact();
    } catch (ArithmeticException fraction) {
      throw new CelNumericOverflowException(fraction);
    }
  }

  @Override
  public int compareTo(Exact other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Exact exact && value.compareTo(exact.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
