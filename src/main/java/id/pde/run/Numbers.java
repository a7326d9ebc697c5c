package id.pde.run;

import java.util.Locale;

/** Whole numbers as people write them. */
public final class Numbers {

  private Numbers() {}

  /** {@code 1.234.567} */
  public static String id(long number) {
    return en(number).replace(',', '.');
  }

  /** {@code 1,234,567} */
  public static String en(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
