package id.pde.normalise;

import id.pde.normalise.NumberScanner.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number of a text with words in it: {@code 17 ribu}, {@code Rp 1,5 miliar}, {@code 2
 * juta 500 ribu}, {@code dua juta lima ratus ribu}, {@code minus dua koma lima}. Every word has to
 * be understood: {@code 2-3 juta}, {@code jutaan} and {@code sekitar 5 juta} are no numbers.
 */
final class WordedNumber {

  /** Longer texts are sentences. */
  private static final int LONGEST = 200;

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final Pattern AROUND =
      Pattern.compile(
          "(?<minus>(?:minus|negatif|min|[-\\u2212\\u2013]) ?)?(?:(?:rp|idr)\\.? ?)?"
              + "(?<body>.+?) ?(?:rupiah|persen|%)?(?:,- ?)?\\.?");

  private static final Pattern TOKEN =
      Pattern.compile("[\\d.,'\\u2019]*\\d[\\d.,'\\u2019]*|\\p{L}+|-");

  private final NumberScanner digits;
  private @Nullable BigDecimal value;
  private @Nullable BigDecimal other;
  private boolean unit;

  /**
   * @param digits reads the amounts that are written in digits
   */
  WordedNumber(NumberScanner digits) {
    this.digits = digits;
  }

  /** The first reading. */
  BigDecimal value() {
    return value == null ? BigDecimal.ZERO : value;
  }

  /** The second one of {@link Verdict#TWO}. */
  BigDecimal other() {
    return other == null ? BigDecimal.ZERO : other;
  }

  /** Whether the text says its unit, as in {@code ribu}. */
  boolean hasUnit() {
    return unit;
  }

  Verdict read(String raw) {
    value = null;
    other = null;
    unit = false;
    String text = Tidy.word(raw).toLowerCase(Locale.ROOT);
    if (raw.length() > LONGEST || text.chars().noneMatch(Character::isLetter)) {
      return Verdict.NONE;
    }
    text = text.startsWith("'") ? text.substring(1).strip() : text;
    boolean bracket = text.startsWith("(") && text.endsWith(")");
    Matcher around = AROUND.matcher(bracket ? text.substring(1, text.length() - 1).strip() : text);
    boolean minus = around.matches() && around.group("minus") != null;
    if (!around.matches() || (bracket && minus)) {
      return Verdict.NONE;
    }
    Verdict verdict = sum(tokens(around.group("body")));
    if (bracket || minus) {
      value = value == null ? null : value.negate();
      other = other == null ? null : other.negate();
    }
    return verdict;
  }

  /** The words and numbers in their order; empty where something else stands among them. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!text.substring(end, matcher.start()).isBlank()) {
        return List.of();
      }
      end = matcher.end();
      String token = matcher.group();
      if (Character.isLetter(token.codePointAt(0))) {
        List<String> parts = NumberWords.parts(token);
        if (parts.isEmpty()) {
          return List.of();
        }
        tokens.addAll(parts);
      } else if (!isHyphenOfWords(token, text, end)) {
        tokens.add(token);
      }
    }
    return text.substring(end).isBlank() ? tokens : List.of();
  }

  /** "tiga-puluh", but not the range "2-3 juta". */
  private static boolean isHyphenOfWords(String token, String text, int end) {
    return token.equals("-")
        && end > 1
        && end < text.length()
        && Character.isLetter(text.charAt(end - 2))
        && Character.isLetter(text.charAt(end));
  }

  /** Amounts with their units, from the greatest unit down. */
  private Verdict sum(List<String> tokens) {
    BigDecimal sum = BigDecimal.ZERO;
    int before = Integer.MAX_VALUE;
    int from = 0;
    while (from < tokens.size()) {
      int to = from;
      while (to < tokens.size() && NumberWords.unit(tokens.get(to)) == 0) {
        to++;
      }
      int power = to < tokens.size() ? NumberWords.unit(tokens.get(to)) : 0;
      List<String> amount = tokens.subList(from, to);
      boolean alone = from == 0 && to >= tokens.size() - 1;
      unit |= power > 0;
      Verdict verdict = amount(amount, power);
      if (verdict == Verdict.OTHER_MARK || verdict == Verdict.TWO) {
        return alone ? verdict : Verdict.NONE;
      }
      boolean fits = verdict == Verdict.ONE && power < before && (alone || isPart(power, from));
      if (!fits) {
        value = null;
        return Verdict.NONE;
      }
      sum = sum.add(value());
      before = power;
      from = to + 1;
    }
    value = sum;
    return tokens.isEmpty() ? Verdict.NONE : Verdict.ONE;
  }

  /** Only a whole number can have a smaller unit behind it, and stand behind a greater one. */
  private boolean isPart(int power, int from) {
    BigDecimal amount = value().scaleByPowerOfTen(-power).stripTrailingZeros();
    return amount.signum() > 0
        && amount.scale() <= 0
        && (from == 0 || amount.compareTo(THOUSAND) < 0);
  }

  /** One amount, in digits or in words, times its unit. */
  private Verdict amount(List<String> words, int power) {
    if (words.size() == 1 && isNumber(words.get(0))) {
      return digits(words.get(0), power);
    }
    Optional<BigDecimal> spelled = spelled(words);
    value = spelled.map(number -> number.scaleByPowerOfTen(power)).orElse(null);
    return spelled.isPresent() ? Verdict.ONE : Verdict.NONE;
  }

  private static boolean isNumber(String token) {
    return token.chars().anyMatch(sign -> sign >= '0' && sign <= '9');
  }

  private Verdict digits(String token, int power) {
    Verdict verdict = digits.careful(token);
    // "2 juta 500": of what?
    boolean loose = power == 0 && unit;
    if (verdict == Verdict.NONE || verdict == Verdict.SHORTENED || loose) {
      return Verdict.NONE;
    }
    BigDecimal number = digits.value();
    value = number.scaleByPowerOfTen(power);
    if (verdict == Verdict.TWO) {
      other = digits.other().scaleByPowerOfTen(power);
      return verdict;
    }
    // Newspapers write "Rp 36.667 ribu" for Rp 36.667; of triliun there are thousands.
    boolean grouped = number.compareTo(THOUSAND) >= 0 && !NumberWords.isPlain(token);
    if (grouped && power > 0 && power < NumberWords.GREATEST) {
      other = number;
      return Verdict.TWO;
    }
    return verdict;
  }

  private static Optional<BigDecimal> spelled(List<String> words) {
    if (words.equals(List.of("setengah"))) {
      return Optional.of(HALF);
    }
    if (words.size() > 1 && words.get(words.size() - 1).equals("setengah")) {
      return NumberWords.belowThousand(words.subList(0, words.size() - 1)).map(HALF::add);
    }
    int comma = words.indexOf("koma");
    if (comma < 0) {
      return NumberWords.belowThousand(words);
    }
    StringBuilder places = new StringBuilder("0.");
    for (String word : words.subList(comma + 1, words.size())) {
      if (NumberWords.digit(word) < 0) {
        return Optional.empty();
      }
      places.append(NumberWords.digit(word));
    }
    return places.length() == 2
        ? Optional.empty()
        : NumberWords.belowThousand(words.subList(0, comma))
            .map(whole -> whole.add(new BigDecimal(places.toString())));
  }
}
