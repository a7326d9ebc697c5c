package id.pde.codes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds codes whose names are like a value that finds none. Immutable. */
final class Suggestions {

  private static final int SHOWN = 3;
  private static final double LEAST = 0.6;

  /** A name that holds the value as whole words, or is meant by its initials. */
  private static final double PART = 0.9;

  private static final double BEGINNING = 0.75;

  private final List<Spelling> spellings = new ArrayList<>();

  /** One name or variant of a code, made ready for comparing. */
  private record Spelling(Code code, String loose, String padded, String initials) {}

  Suggestions(List<Code> codes) {
    for (Code code : codes) {
      add(code, code.name());
      code.variants().forEach(variant -> add(code, variant));
    }
  }

  private void add(Code code, String text) {
    String bare = code.level() == null ? Forms.loose(text) : Prefix.of(text).rest();
    List<String> words = Forms.words(text);
    StringBuilder initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    String padded = " " + String.join(" ", words) + " ";
    spellings.add(
        new Spelling(
            code, Forms.modern(bare), padded, words.size() > 1 ? initials.toString() : ""));
  }

  /** The likeliest first; at most three, of those that may be meant at all. */
  List<Suggestion> of(String value, Predicate<Code> possible) {
    Prefix prefix = Prefix.of(value);
    String loose = Forms.modern(prefix.rest());
    if (loose.isEmpty()) {
      return List.of();
    }
    Wanted wanted = new Wanted(loose, " " + String.join(" ", Forms.words(value)) + " ");
    Similarity similarity = new Similarity();
    Map<String, Suggestion> best = new HashMap<>();
    for (Spelling spelling : spellings) {
      double score = score(wanted, spelling, similarity);
      if (score < LEAST || !prefixFits(prefix, spelling.code)) {
        continue;
      }
      Suggestion before = best.get(spelling.code.code());
      if ((before == null || before.score() < score) && possible.test(spelling.code)) {
        best.put(spelling.code.code(), new Suggestion(spelling.code, score));
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(Suggestion::score)
                .reversed()
                .thenComparing(suggestion -> suggestion.code().code()))
        .limit(SHOWN)
        .toList();
  }

  private record Wanted(String loose, String padded) {}

  private static boolean prefixFits(Prefix prefix, Code code) {
    return code.level() == null || prefix.allows(code.level());
  }

  private static double score(Wanted wanted, Spelling spelling, Similarity similarity) {
    double score = similarity.of(wanted.loose, spelling.loose, LEAST);
    if (wanted.loose.length() > 2 && score < PART) {
      boolean part =
          spelling.padded.contains(wanted.padded)
              || wanted.padded.contains(spelling.padded)
              || spelling.initials.equals(wanted.loose);
      if (part) {
        return PART;
      }
      if (wanted.loose.length() > 3 && spelling.loose.startsWith(wanted.loose)) {
        return Math.max(score, BEGINNING);
      }
    }
    return score;
  }
}
