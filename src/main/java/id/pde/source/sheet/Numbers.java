package id.pde.source.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as plain decimal text. */
public final class Numbers {

  /** A double goes to 1.8E308; whatever claims more is no number of a cell. */
  private static final int LARGEST_EXPONENT = 400;

  /** As many digits, with a point among them, are below 2 to the power of 53. */
  private static final int FEW_DIGITS = 15;

  private static final double[] TENS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };

  private Numbers() {}

  /** The digits of the file without exponent and without idle zeros; null where it is no number. */
  public static @Nullable String plain(String text) {
    if (text.length() > LARGEST_EXPONENT) {
      return null;
    }
    return plain(text.toCharArray(), text.length());
  }

  /** The digits of the file without exponent and without idle zeros; null where it is no number. */
  static @Nullable String plain(char[] signs, int length) {
    int from = length > 0 && signs[0] == '-' ? 1 : 0;
    int point = -1;
    for (int i = from; i < length; i++) {
      char sign = signs[i];
      if (sign == '.' && point < 0) {
        point = i;
      } else if (sign < '0' || sign > '9') {
        return unusual(signs, length);
      }
    }
    int whole = (point < 0 ? length : point) - from;
    boolean idle = whole != 1 && (whole == 0 || signs[from] == '0');
    if (idle || (point >= 0 && point == length - 1) || length > LARGEST_EXPONENT) {
      return unusual(signs, length);
    }
    int end = length;
    if (point >= 0) {
      while (signs[end - 1] == '0') {
        end--;
      }
      end = end - 1 == point ? point : end;
    }
    // -0, also as -0.00
    return end == from + 1 && signs[from] == '0' ? "0" : new String(signs, 0, end);
  }

  /** Exponents, signs, blanks and zeros around: rare. */
  private static @Nullable String unusual(char[] signs, int length) {
    String text = new String(signs, 0, length).strip();
    if (text.length() > LARGEST_EXPONENT) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > 2L * LARGEST_EXPONENT) {
        return null;
      }
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** The double that is nearest to a plain decimal. */
  static double nearest(String exact) {
    int length = exact.length();
    if (length > FEW_DIGITS) {
      return Double.parseDouble(exact);
    }
    long digits = 0;
    int point = -1;
    for (int i = 0; i < length; i++) {
      char sign = exact.charAt(i);
      if (sign == '.' && point < 0) {
        point = i;
      } else if (sign < '0' || sign > '9') {
        return Double.parseDouble(exact);
      } else {
        digits = digits * 10 + (sign - '0');
      }
    }
    // Both are exact as doubles, so that their quotient is rounded only once.
    return point < 0 ? digits : digits / TENS[length - 1 - point];
  }

  /** The shortest digits that give the same double. */
  static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    String plain = plain(Double.toString(number));
    return plain == null ? Double.toString(number) : plain;
  }
}
