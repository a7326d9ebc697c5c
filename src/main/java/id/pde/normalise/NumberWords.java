package id.pde.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The number words of Indonesian (KBBI): the words of a text one by one, those that are written as
 * one ({@code limaratus}) and those with {@code se-} (one) parted.
 */
final class NumberWords {

  /** Powers of ten of the units, and of the abbreviations in lists of prices. */
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("ribu", 3),
          Map.entry("rb", 3),
          Map.entry("juta", 6),
          Map.entry("jt", 6),
          Map.entry("miliar", 9),
          Map.entry("milyar", 9),
          Map.entry("triliun", 12),
          Map.entry("trilyun", 12));

  /** The power of the greatest unit. */
  static final int GREATEST = 12;

  private static final List<String> DIGITS =
      List.of(
          "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan");

  private static final List<String> PARTS = List.of("belas", "puluh", "ratus");

  /** What "se-" may stand before. */
  private static final List<String> ONE_OF =
      List.of("belas", "puluh", "ratus", "ribu", "juta", "miliar", "milyar", "triliun", "trilyun");

  private static final List<String> WRITTEN_TOGETHER = writtenTogether();

  private NumberWords() {}

  private static List<String> writtenTogether() {
    List<String> words = new ArrayList<>(DIGITS);
    words.addAll(ONE_OF);
    ONE_OF.forEach(word -> words.add("se" + word));
    return List.copyOf(words);
  }

  /** The power of ten that a unit stands for, or 0. */
  static int unit(String word) {
    return UNITS.getOrDefault(word, 0);
  }

  /** Whether a number is written without any mark. */
  static boolean isPlain(String number) {
    return DigitText.allDigits(number);
  }

  /** 0 to 9, or -1. */
  static int digit(String word) {
    return DIGITS.indexOf(word);
  }

  /**
   * A word in its parts: {@code seratus} is {@code satu ratus}; empty where it is no number word.
   */
  static List<String> parts(String word) {
    boolean known =
        unit(word) > 0
            || digit(word) >= 0
            || PARTS.contains(word)
            || word.equals("koma")
            || word.equals("setengah");
    if (known) {
      return List.of(word);
    }
    for (String start : WRITTEN_TOGETHER) {
      if (!word.startsWith(start)) {
        continue;
      }
      List<String> rest = word.equals(start) ? List.of() : parts(word.substring(start.length()));
      if (word.equals(start) || !rest.isEmpty()) {
        List<String> all = new ArrayList<>();
        boolean one = start.startsWith("se") && ONE_OF.contains(start.substring(2));
        all.addAll(one ? List.of("satu", start.substring(2)) : List.of(start));
        all.addAll(rest);
        return all;
      }
    }
    return List.of();
  }

  /** The number below a thousand that the words are, all of them; empty where they are none. */
  static Optional<BigDecimal> belowThousand(List<String> words) {
    if (words.equals(List.of("nol"))) {
      return Optional.of(BigDecimal.ZERO);
    }
    int number = 0;
    int at = 0;
    if (isFollowed(words, at, "ratus")) {
      number += 100 * digit(words.get(at));
      at += 2;
    }
    if (isFollowed(words, at, "puluh")) {
      number += 10 * digit(words.get(at));
      at += 2;
    } else if (isFollowed(words, at, "belas")) {
      number += 10 + digit(words.get(at));
      at += 2;
      return at == words.size() ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
    }
    if (at < words.size() && digit(words.get(at)) > 0) {
      number += digit(words.get(at));
      at++;
    }
    return at == words.size() && number > 0
        ? Optional.of(BigDecimal.valueOf(number))
        : Optional.empty();
  }

  private static boolean isFollowed(List<String> words, int at, String part) {
    return at + 1 < words.size() && digit(words.get(at)) > 0 && words.get(at + 1).equals(part);
  }
}
