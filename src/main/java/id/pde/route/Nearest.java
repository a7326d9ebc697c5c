package id.pde.route;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what was perhaps meant. */
final class Nearest {

  private Nearest() {}

  /** The candidate that differs least, if the difference is that of a slip. */
  static Optional<String> to(String written, Collection<String> candidates) {
    String tidy = written.strip().toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(tidy.length(), 20) / 3);
    return candidates.stream()
        .sorted()
        .filter(candidate -> distance(tidy, candidate.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.comparingInt(
                candidate -> distance(tidy, candidate.toLowerCase(Locale.ROOT))));
  }

  private static int distance(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 8) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(Math.min(current[column - 1], above[column]) + 1, above[column - 1] + change);
      }
      above = current;
    }
    return above[right.length()];
  }
}
