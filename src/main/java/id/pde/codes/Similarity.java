package id.pde.codes;

import java.util.Arrays;
import java.util.List;

/**
 * How alike two words are, from 0 to 1: the weighted distance of Damerau and Levenshtein. Slips
 * that Indonesian spellings are full of cost half: another vowel, a doubled letter, an h that comes
 * or goes, letters that sound alike (f v p, k q g, s z, i y j, b p, d t, u w). One thread at a
 * time.
 */
final class Similarity {

  private static final List<String> ALIKE =
      List.of("aiueo", "fvp", "kqgc", "szc", "iyj", "bp", "dt", "uw", "kx", "jz");

  /** Costs are counted in tenths. */
  private static final int WHOLE = 10;

  private static final int SLIP = 5;
  private static final int SWAP = 6;

  private static final int PLAIN = 128;

  /** A whole number of tenths must not be missed by the last bit of a double. */
  private static final double ROUNDING = 1e-6;

  private static final byte[] COSTS = costs();

  private int[] before = new int[0];
  private int[] above = new int[0];
  private int[] row = new int[0];

  private static byte[] costs() {
    byte[] costs = new byte[PLAIN * PLAIN];
    Arrays.fill(costs, (byte) WHOLE);
    for (String group : ALIKE) {
      for (int i = 0; i < group.length(); i++) {
        for (int j = 0; j < group.length(); j++) {
          costs[group.charAt(i) * PLAIN + group.charAt(j)] = SLIP;
        }
      }
    }
    for (int i = 0; i < PLAIN; i++) {
      costs[i * PLAIN + i] = 0;
    }
    return costs;
  }

  /** The likeness of two loose forms, or 0 where it is less than {@code least}. */
  double of(String left, String right, double least) {
    int longest = Math.max(left.length(), right.length());
    if (longest == 0) {
      return 0;
    }
    int allowed = (int) Math.floor((1 - least) * longest * WHOLE + ROUNDING);
    if (SLIP * Math.abs(left.length() - right.length()) > allowed) {
      return 0;
    }
    int distance = distance(left, right, allowed);
    return distance > allowed ? 0 : 1 - (double) distance / (longest * WHOLE);
  }

  /** No two forms of which so many letters differ are more alike. */
  static double atMost(String left, String right, int differing) {
    int longest = Math.max(left.length(), right.length());
    return longest == 0 ? 0 : 1 - (double) (SLIP * differing) / (longest * WHOLE) + ROUNDING;
  }

  private int distance(String left, String right, int allowed) {
    int width = right.length() + 1;
    if (row.length < width) {
      before = new int[width];
      above = new int[width];
      row = new int[width];
    }
    above[0] = 0;
    for (int j = 1; j < width; j++) {
      above[j] = above[j - 1] + single(right, j - 1);
    }
    char last = 0;
    for (int i = 1; i <= left.length(); i++) {
      char letter = left.charAt(i - 1);
      int gone = single(left, i - 1);
      row[0] = above[0] + gone;
      int least = row[0];
      char previous = 0;
      for (int j = 1; j < width; j++) {
        char other = right.charAt(j - 1);
        int best = above[j - 1] + cost(letter, other);
        best = Math.min(best, above[j] + gone);
        best = Math.min(best, row[j - 1] + (other == previous || other == 'h' ? SLIP : WHOLE));
        if (i > 1 && j > 1 && letter == previous && last == other) {
          best = Math.min(best, before[j - 2] + SWAP);
        }
        row[j] = best;
        least = Math.min(least, best);
        previous = other;
      }
      // A swap reaches back two rows, so the row before may still be the better one.
      if (least > allowed + SWAP) {
        return least;
      }
      last = letter;
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[right.length()];
  }

  private static int cost(char left, char right) {
    if (left == right) {
      return 0;
    }
    return left < PLAIN && right < PLAIN ? COSTS[left * PLAIN + right] : WHOLE;
  }

  /** What a letter too many or too few costs. */
  private static int single(String text, int at) {
    char letter = text.charAt(at);
    boolean doubled = at > 0 && text.charAt(at - 1) == letter;
    return doubled || letter == 'h' ? SLIP : WHOLE;
  }
}
