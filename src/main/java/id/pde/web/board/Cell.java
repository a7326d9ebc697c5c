package id.pde.web.board;

import id.pde.run.catalogue.SmallCounts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A value of a figure.
 *
 * @param text as the database wrote it; empty: no value
 * @param number null: it is none, or it may not be shown
 * @param hidden whether it is so small a count that it would tell of single persons
 */
public record Cell(String text, @Nullable BigDecimal number, boolean hidden) {

  /** A value that is read as text. */
  static Cell text(@Nullable String value) {
    return new Cell(value == null ? "" : value, null, false);
  }

  /**
   * A number; counts from 1 to 4 are hidden where that is wanted.
   *
   * @throws NumberFormatException when it is none
   */
  public static Cell number(@Nullable String value, boolean hideSmall) {
    if (value == null) {
      return text(null);
    }
    BigDecimal number = new BigDecimal(value);
    if (hideSmall && isSmall(number)) {
      return new Cell("<" + SmallCounts.THRESHOLD, null, true);
    }
    return new Cell(value, number, false);
  }

  /** Parts of persons are as telling as persons: 0.5 of two, and minus three of them, too. */
  private static boolean isSmall(BigDecimal number) {
    return number.signum() != 0
        && number.abs().compareTo(BigDecimal.valueOf(SmallCounts.THRESHOLD)) < 0;
  }
}
