package id.pde.source.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as plain decimal text. */
public final class Numbers {

  /** A double goes to 1.8E308; whatever claims more is no number of a cell. */
  private static final int LARGEST_EXPONENT = 400;

  private Numbers() {}

  /** The digits of the file without exponent and without idle zeros; null where it is no number. */
  public static @Nullable String plain(String text) {
    if (isPlainInteger(text)) {
      return text;
    }
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

  /** The shortest digits that give the same double. */
  static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    String plain = plain(Double.toString(number));
    return plain == null ? Double.toString(number) : plain;
  }

  private static boolean isPlainInteger(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int length = text.length() - from;
    if (length == 0 || length > 17 || text.charAt(from) == '0') {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
