package id.pde.warehouse.copy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decimals as PostgreSQL sends them (numeric_send): count of groups, weight of the first, sign,
 * scale shown, then groups of four decimal digits.
 */
final class NumericDigits {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  private static final int HEAD = 8;
  private static final int BASE = 10_000;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
  private static final short NEGATIVE = 0x4000;

  /** A fraction of 16 digits fills four groups exactly; with padding to a group it stays a long. */
  private static final int SHORT_SCALE = 16;

  private static final int SHORT_PRECISION = 18;
  private static final long[] POWERS = powers();

  private NumericDigits() {}

  /** Whether the value can be taken apart in long arithmetic. */
  static boolean isShort(BigDecimal value) {
    int scale = value.scale();
    return scale >= 0 && scale <= SHORT_SCALE && value.precision() <= SHORT_PRECISION;
  }

  /** Writes a short value and gives the end; at most 8 + 2 * 10 bytes. */
  static int encode(BigDecimal value, byte[] into, int start) {
    long unscaled = value.unscaledValue().longValue();
    int scale = value.scale();
    long power = POWERS[scale];
    long magnitude = Math.abs(unscaled);
    long whole = magnitude / power;
    int fractionGroups = (scale + 3) / 4;
    long fraction = (magnitude - whole * power) * POWERS[fractionGroups * 4 - scale];

    int wholeGroups = 0;
    for (long rest = whole; rest != 0; rest /= BASE) {
      wholeGroups++;
    }
    int groups = wholeGroups + fractionGroups;
    int at = start + HEAD + 2 * groups;
    for (int i = 0; i < fractionGroups; i++) {
      long rest = fraction / BASE;
      at -= 2;
      SHORTS.set(into, at, (short) (fraction - rest * BASE));
      fraction = rest;
    }
    for (int i = 0; i < wholeGroups; i++) {
      long rest = whole / BASE;
      at -= 2;
      SHORTS.set(into, at, (short) (whole - rest * BASE));
      whole = rest;
    }
    return head(into, start, new Head(groups, wholeGroups - 1, unscaled < 0, scale));
  }

  /** Any value. */
  static byte[] encode(BigDecimal value) {
    BigDecimal shown = value.scale() < 0 ? value.setScale(0) : value;
    int scale = shown.scale();
    int fractionGroups = (scale + 3) / 4;
    BigInteger rest =
        shown.unscaledValue().abs().multiply(BigInteger.TEN.pow(fractionGroups * 4 - scale));
    Deque<Short> digits = new ArrayDeque<>();
    while (rest.signum() != 0 || digits.size() < fractionGroups) {
      BigInteger[] parts = rest.divideAndRemainder(BIG_BASE);
      digits.addFirst(parts[1].shortValue());
      rest = parts[0];
    }
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + 2 * digits.size());
    bytes.position(HEAD);
    digits.forEach(bytes::putShort);
    int weight = digits.size() - fractionGroups - 1;
    int end = head(bytes.array(), 0, new Head(digits.size(), weight, shown.signum() < 0, scale));
    byte[] encoded = new byte[end];
    System.arraycopy(bytes.array(), 0, encoded, 0, end);
    return encoded;
  }

  private record Head(int groups, int weight, boolean negative, int scale) {}

  /** PostgreSQL takes groups of zeros at either end too, and strips them itself. */
  private static int head(byte[] into, int start, Head head) {
    SHORTS.set(into, start, (short) head.groups());
    SHORTS.set(into, start + 2, (short) head.weight());
    SHORTS.set(into, start + 4, head.negative() ? NEGATIVE : (short) 0);
    SHORTS.set(into, start + 6, (short) head.scale());
    return start + HEAD + 2 * head.groups();
  }

  private static long[] powers() {
    long[] powers = new long[19];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
