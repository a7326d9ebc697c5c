package id.pde.guess;

import java.util.Locale;
import java.util.Set;

/** Words by which agencies say that there is no value. */
final class NoValueWords {

  /** No such word: it is 0 in counts. */
  static final String NOTHING = "nihil";

  private static final Set<String> WORDS =
      Set.of(
          "-",
          "--",
          "---",
          "–",
          "—",
          "..",
          "...",
          "…",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "tad",
          "null",
          "(null)",
          "none",
          "nan",
          "kosong",
          "tidak ada data",
          "belum lapor",
          "belum ada data",
          "belum tersedia",
          "data belum tersedia",
          "tidak tersedia",
          "tidak tentu",
          "tidak diketahui",
          "#div/0!",
          "#value!",
          "#ref!",
          "#name?",
          "#num!",
          "#null!");

  /** What such words begin with, so that most values need no further look. */
  private static final String FIRST = "-–—.…#(nNtTkKbBdD";

  private static final int LONGEST = 24;

  private NoValueWords() {}

  static boolean contains(String tidy) {
    return tidy.length() <= LONGEST
        && FIRST.indexOf(tidy.charAt(0)) >= 0
        && WORDS.contains(tidy.toLowerCase(Locale.ROOT));
  }

  static boolean isNothing(String tidy) {
    return tidy.length() == NOTHING.length() && tidy.toLowerCase(Locale.ROOT).equals(NOTHING);
  }
}
