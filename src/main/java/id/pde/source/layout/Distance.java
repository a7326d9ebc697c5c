package id.pde.source.layout;

/** How many signs two words differ by (Levenshtein). */
public final class Distance {

  private Distance() {}

  /** Insertions, deletions and changes that make one word the other. */
  public static int between(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] here = new int[other.length() + 1];
      here[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        here[j] = Math.min(change, Math.min(above[j], here[j - 1]) + 1);
      }
      above = here;
    }
    return above[other.length()];
  }
}
