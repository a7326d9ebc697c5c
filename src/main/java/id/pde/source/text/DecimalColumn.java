package id.pde.source.text;

import id.pde.source.layout.GridRow;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A single column of numbers whose comma a delimiter on trial has taken: what stands above them is
 * not divided, and each record falls into the two halves of a number.
 */
final class DecimalColumn {

  private static final Pattern HALF = Pattern.compile("[0-9.]+");

  private DecimalColumn() {}

  /**
   * @param records that the delimiter made
   */
  static boolean is(List<GridRow> records) {
    if (records.size() < 2 || records.get(0).width() > 1) {
      return false;
    }
    return records.stream()
        .filter(one -> one.width() > 1)
        .allMatch(one -> one.width() == 2 && isHalf(one.text(0)) && isHalf(one.text(1)));
  }

  private static boolean isHalf(String text) {
    return HALF.matcher(text.strip().replaceFirst("^[+-]", "")).matches();
  }
}
