package id.pde.normalise;

import java.util.List;

/** Writes whole numbers in Indonesian words. */
final class Terbilang {

  private static final List<String> DIGITS =
      List.of(
          "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan");

  private Terbilang() {}

  static String of(long number) {
    return number == 0 ? "nol" : words(number).strip();
  }

  private static String words(long number) {
    if (number < 10) {
      return number == 0 ? "" : " " + DIGITS.get((int) number);
    }
    if (number == 10) {
      return " sepuluh";
    }
    if (number == 11) {
      return " sebelas";
    }
    if (number < 20) {
      return words(number - 10) + " belas";
    }
    if (number < 100) {
      return words(number / 10) + " puluh" + words(number % 10);
    }
    if (number < 1000) {
      return part(number / 100, "ratus") + words(number % 100);
    }
    if (number < 1_000_000) {
      return part(number / 1000, "ribu") + words(number % 1000);
    }
    if (number < 1_000_000_000) {
      return words(number / 1_000_000) + " juta" + words(number % 1_000_000);
    }
    if (number < 1_000_000_000_000L) {
      return words(number / 1_000_000_000) + " miliar" + words(number % 1_000_000_000);
    }
    return words(number / 1_000_000_000_000L) + " triliun" + words(number % 1_000_000_000_000L);
  }

  private static String part(long count, String unit) {
    return count == 1 ? " se" + unit : words(count) + " " + unit;
  }
}
