package id.pde.normalise;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Ways in which hands and programs write the same words: case and blanks that mean nothing. */
final class Writing {

  static final List<List<String>> MONTHS =
      List.of(
          List.of("Januari", "Jan", "Jan.", "January"),
          List.of("Februari", "Pebruari", "Feb", "Peb.", "February"),
          List.of("Maret", "Mar", "Mrt.", "March"),
          List.of("April", "Apr", "Apr."),
          List.of("Mei", "May"),
          List.of("Juni", "Jun", "Jun.", "June"),
          List.of("Juli", "Jul", "Jul.", "July"),
          List.of("Agustus", "Agt", "Ags.", "Agust", "Agu", "Aug", "August"),
          List.of("September", "Sep", "Sept."),
          List.of("Oktober", "Okt", "Okt.", "Oct", "October"),
          List.of("November", "Nopember", "Nov", "Nop."),
          List.of("Desember", "Des", "Des.", "Dec", "December"));

  static final List<String> WEEKDAYS =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu");

  private Writing() {}

  static <T> T one(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The text in another case and with other blanks. */
  static String varied(SplittableRandom random, String text) {
    String written =
        switch (random.nextInt(4)) {
          case 0 -> text.toUpperCase(Locale.ROOT);
          case 1 -> text.toLowerCase(Locale.ROOT);
          default -> text;
        };
    String blank = one(random, List.of(" ", " ", "  ", "\u00A0", "\n", "\t"));
    String around = one(random, List.of("", "", " ", "\u00A0", "\uFEFF"));
    return around + written.replace(" ", blank) + around;
  }
}
