package id.pde.normalise;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the number format of a cell says about its value. */
final class NumberFormat {

  private NumberFormat() {}

  /** A percent sign outside quotes: Excel shows the hundredfold. */
  static boolean isPercent(@Nullable String format) {
    if (format == null || format.indexOf('%') < 0) {
      return false;
    }
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char sign = format.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == '\\' || sign == '_') {
        i++;
      } else if (sign == '%' && !quoted) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text that a cell with a format of zeros alone shows ({@code 000}, {@code 0.00}); null for
   * every other format. So codes that are typed as numbers keep their outer zeros.
   */
  static @Nullable String zeros(String plain, @Nullable String format) {
    if (format == null || format.isEmpty()) {
      return null;
    }
    int mark = format.indexOf('.');
    int whole = mark < 0 ? format.length() : mark;
    int places = mark < 0 ? 0 : format.length() - mark - 1;
    for (int i = 0; i < format.length(); i++) {
      if (i != mark && format.charAt(i) != '0') {
        return null;
      }
    }
    BigDecimal value = new BigDecimal(plain);
    boolean fits = value.signum() >= 0 && value.stripTrailingZeros().scale() <= places;
    if (!fits || format.length() > 80) {
      return null;
    }
    String shown = value.setScale(places).toPlainString();
    int missing = whole - (places == 0 ? shown.length() : shown.indexOf('.'));
    return missing > 0 ? "0".repeat(missing) + shown : shown;
  }
}
