package id.pde.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What has to hold for any name; the seed is fixed, so a failure comes again. */
class MatchingProperties {

  private static final int ROUNDS = 2_000;

  private final Similarity similarity = new Similarity();
  private final Random random = new Random(20_261_128);

  private String word(int least, int most) {
    StringBuilder word = new StringBuilder();
    int length = least + random.nextInt(most - least + 1);
    for (int i = 0; i < length; i++) {
      word.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
    }
    return word.toString();
  }

  @Test
  void aNameIsFoundInAnyCaseSpacingAndPrefix() {
    for (int round = 0; round < ROUNDS; round++) {
      String first = word(3, 12);
      String second = word(3, 12);
      CodeList list =
          new CodeList(
              "wilayah",
              List.of(
                  new Code("1", first + " " + second, "kelurahan", null, List.of()),
                  new Code("2", "lain sekali", "kecamatan", null, List.of())));
      String written =
          switch (random.nextInt(5)) {
            case 0 -> (first + second).toUpperCase(Locale.ROOT);
            case 1 -> "Kel. " + first + "  " + second + ".";
            case 2 -> first + "-" + second;
            case 3 -> "KELURAHAN " + first + second.toLowerCase(Locale.ROOT);
            default -> "desa " + first.toLowerCase(Locale.ROOT) + " " + second;
          };

      assertThat(list.find(written)).as(written).isEqualTo("1");
    }
  }

  @Test
  void noLikenessIsAboveWhatTheLettersAllow() {
    for (int round = 0; round < ROUNDS; round++) {
      String left = word(1, 10).toLowerCase(Locale.ROOT);
      String right =
          random.nextBoolean() ? word(1, 10).toLowerCase(Locale.ROOT) : left.substring(1) + "h";
      int differing = Letters.of(left).differing(Letters.of(right));

      assertThat(similarity.of(left, right, 0))
          .as(left + " " + right)
          .isLessThanOrEqualTo(Similarity.atMost(left, right, differing));
    }
  }

  @Test
  void likenessIsSymmetricAndFullOnlyForEquals() {
    for (int round = 0; round < ROUNDS; round++) {
      String left = word(1, 10);
      String right = random.nextInt(10) == 0 ? left : word(1, 10);
      double score = similarity.of(left, right, 0);

      assertThat(score).as(left + " " + right).isBetween(0.0, 1.0);
      assertThat(score).isEqualTo(similarity.of(right, left, 0));
      assertThat(score == 1).isEqualTo(left.equals(right));
    }
  }

  @Test
  void aLimitOnlyCutsOff() {
    for (int round = 0; round < ROUNDS; round++) {
      String left = word(1, 10).toLowerCase(Locale.ROOT);
      StringBuilder near = new StringBuilder(left);
      near.setCharAt(random.nextInt(near.length()), (char) ('a' + random.nextInt(26)));
      String right = random.nextBoolean() ? near.toString() : word(1, 10).toLowerCase(Locale.ROOT);
      double whole = similarity.of(left, right, 0);

      assertThat(similarity.of(left, right, 0.6))
          .as(left + " " + right)
          .isEqualTo(whole >= 0.6 ? whole : 0);
    }
  }
}
