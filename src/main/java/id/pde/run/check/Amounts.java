package id.pde.run.check;

import id.pde.model.Text;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers of records, and how messages write them. */
final class Amounts {

  private Amounts() {}

  /** A value of a number column; null: none. */
  static @Nullable BigDecimal of(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : null;
  }

  /** {@code 1.234,5} and {@code 1,234.5}. */
  static Text shown(BigDecimal amount) {
    DecimalFormat format =
        new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.US));
    String english = format.format(amount);
    return new Text(english.replace(',', ' ').replace('.', ',').replace(' ', '.'), english);
  }

  /**
   * A number as a file of records writes it, grouped or not.
   *
   * @param mark of decimals; null: a point
   */
  static @Nullable BigDecimal parse(String text, @Nullable Character mark) {
    boolean comma = mark != null && mark == ',';
    String plain = text.strip().replace(comma ? "." : ",", "").replace(',', '.');
    try {
      return plain.length() > 40 ? null : new BigDecimal(plain);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
