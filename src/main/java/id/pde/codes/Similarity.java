package id.pde.codes;

/**
 * How alike two words are, from 0 to 1: the weighted distance of Damerau and Levenshtein. Slips
 * that Indonesian spellings are full of cost half: another vowel, a doubled letter, an h that comes
 * or goes, letters that sound alike (f v p, k q g, s z, i y j, b p, d t, u w). One thread at a
 * time.
 */
final class Similarity {

  private static final String[] ALIKE = {
    "aiueo", "fvp", "kqgc", "szc", "iyj", "bp", "dt", "uw", "kx", "jz"
  };
  private static final double SLIP = 0.5;
  private static final double SWAP = 0.6;

  private double[] before = new double[0];
  private double[] above = new double[0];
  private double[] row = new double[0];

  /** The likeness of two loose forms, or 0 where it is less than {@code least}. */
  double of(String left, String right, double least) {
    int longest = Math.max(left.length(), right.length());
    if (longest == 0) {
      return 0;
    }
    double allowed = (1 - least) * longest;
    if (SLIP * Math.abs(left.length() - right.length()) > allowed) {
      return 0;
    }
    double distance = distance(left, right, allowed);
    return distance > allowed ? 0 : 1 - distance / longest;
  }

  private double distance(String left, String right, double allowed) {
    int width = right.length() + 1;
    if (row.length < width) {
      before = new double[width];
      above = new double[width];
      row = new double[width];
    }
    above[0] = 0;
    for (int j = 1; j < width; j++) {
      above[j] = above[j - 1] + single(right, j - 1);
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = above[0] + single(left, i - 1);
      double least = row[0];
      for (int j = 1; j < width; j++) {
        double best = above[j - 1] + other(left.charAt(i - 1), right.charAt(j - 1));
        best = Math.min(best, above[j] + single(left, i - 1));
        best = Math.min(best, row[j - 1] + single(right, j - 1));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          best = Math.min(best, before[j - 2] + SWAP);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      // A swap reaches back two rows, so the row before may still be the better one.
      if (least > allowed + SWAP) {
        return least;
      }
      double[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[right.length()];
  }

  /** What a letter too many or too few costs. */
  private static double single(String text, int at) {
    char letter = text.charAt(at);
    boolean doubled = at > 0 && text.charAt(at - 1) == letter;
    return doubled || letter == 'h' ? SLIP : 1;
  }

  private static double other(char left, char right) {
    if (left == right) {
      return 0;
    }
    for (String group : ALIKE) {
      if (group.indexOf(left) >= 0 && group.indexOf(right) >= 0) {
        return SLIP;
      }
    }
    return 1;
  }
}
