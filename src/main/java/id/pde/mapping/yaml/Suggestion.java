package id.pde.mapping.yaml;

import id.pde.model.Text;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known word that a written one is closest to. */
public final class Suggestion {

  private Suggestion() {}

  /** The closest of the words, where one is close enough. */
  public static Optional<String> of(String written, Collection<String> words) {
    String form = form(written);
    int limit = Math.max(1, form.length() / 3);
    String best = null;
    int least = limit + 1;
    for (String word : words) {
      int distance = distance(form, form(word), least);
      if (distance < least || (distance == least && best != null && word.compareTo(best) < 0)) {
        best = word;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The advice of a fault: the close word if there is one, else the words that are known. */
  public static Text fix(String written, Collection<String> words) {
    Optional<String> close = of(written, words);
    if (close.isPresent()) {
      String word = Quoted.of(close.get());
      return new Text("maksud Anda " + word + "?", "did you mean " + word + "?");
    }
    if (words.isEmpty()) {
      return new Text("hapus saja", "take it out");
    }
    String known = String.join(", ", words.stream().sorted().limit(SHOWN).toList());
    String rest = words.size() > SHOWN ? ", ..." : "";
    return new Text("yang dikenal: " + known + rest, "known are: " + known + rest);
  }

  private static final int SHOWN = 40;

  private static String form(String word) {
    String start = word.length() > 100 ? word.substring(0, 100) : word;
    return start.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Damerau-Levenshtein with neighbours exchanged; anything above the limit counts as above it. */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= right.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[left.length()][right.length()];
  }
}
