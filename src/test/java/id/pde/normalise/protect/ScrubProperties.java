package id.pde.normalise.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text. */
class ScrubProperties {

  private static final int TEXTS = 20_000;
  private static final List<String> WORDS =
      List.of(
          "jalan",
          "rusak",
          "tolong",
          "Kel. Jati",
          "RT 03",
          "lampu",
          "mati",
          ",",
          "(",
          ")",
          ":",
          "sejak kemarin",
          "@",
          "#",
          "\n",
          "🤢",
          "\u00a0",
          "http://contoh.go.id/x",
          "Rp 1.500.000");
  private static final List<String> GAPS = List.of("", " ", ".", "-", "\u00a0", " - ", "\u2013");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noIdentifierStaysAndNothingElseGoes(long seed) {
    RandomGenerator random = new Random(seed);
    for (int i = 0; i < TEXTS; i++) {
      String before = words(random);
      String after = words(random);
      String digits = digits(random);
      String text = before + " ~ " + spaced(digits, random) + " ~ " + after;
      String scrubbed = Scrub.text(text);
      assertThat(scrubbed).as("seed %d: %s", seed, text).startsWith(Scrub.text(before) + " ~ [");
      assertThat(scrubbed).as("seed %d: %s", seed, text).endsWith("] ~ " + Scrub.text(after));
      assertThat(onlyDigits(scrubbed))
          .as("seed %d: %s", seed, text)
          .isEqualTo(onlyDigits(Scrub.text(before)) + onlyDigits(Scrub.text(after)));
      assertThat(Scrub.text(scrubbed)).as("seed %d: %s", seed, text).isEqualTo(scrubbed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyTextEndsAndEndsTheSameTwice(long seed) {
    RandomGenerator random = new Random(seed);
    String signs = "0123456789  .-–+()@/ab\n\ud83e\u0660";
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      String scrubbed = Scrub.text(text.toString());
      assertThat(Scrub.text(scrubbed)).as("seed %d: %s", seed, text).isEqualTo(scrubbed);
      assertThat(scrubbed).as("seed %d: %s", seed, text).doesNotContainPattern("\\d{15}");
    }
  }

  /** A text of a megabyte takes moments, whatever it consists of. */
  @Test
  void takesTimeByLengthOnly() {
    for (String unit : List.of("a", "a@", "1 ", "12.", "@a.", "0812", "62 ")) {
      assertThat(Scrub.text(unit.repeat(1_000_000 / unit.length()))).isNotNull();
    }
  }

  private static String digits(RandomGenerator random) {
    int serial = 9001 + random.nextInt(900);
    String birth =
        "%02d%02d%02d"
            .formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 10 + random.nextInt(89));
    return switch (random.nextInt(4)) {
      case 0 -> "357404" + birth + serial;
      case 1 -> "19" + birth + "200312" + "19" + (10 + random.nextInt(89));
      case 2 -> "08120000" + serial;
      default -> "62812000" + serial;
    };
  }

  /** A gap before every fourth digit, or none. */
  private static String spaced(String digits, RandomGenerator random) {
    String gap = GAPS.get(random.nextInt(GAPS.size()));
    StringBuilder spaced = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      spaced.append(i > 0 && i % 4 == 0 ? gap : "").append(digits.charAt(i));
    }
    return digits.startsWith("62") && !gap.isEmpty() ? "+" + spaced : spaced.toString();
  }

  private static String words(RandomGenerator random) {
    StringBuilder words = new StringBuilder("x");
    for (int i = random.nextInt(8); i > 0; i--) {
      words.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }

  private static String onlyDigits(String text) {
    return text.replaceAll("\\D", "");
  }
}
