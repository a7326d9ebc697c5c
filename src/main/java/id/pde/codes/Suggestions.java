package id.pde.codes;

import java.util.ArrayList;
import java.util.BitSet;
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

  private static final Comparator<Suggestion> LIKELIEST =
      Comparator.comparingDouble(Suggestion::score)
          .reversed()
          .thenComparing(suggestion -> suggestion.code().code());

  private final List<Spelling> spellings = new ArrayList<>();
  private final List<Letters> letters = new ArrayList<>();
  private final Map<String, List<Integer>> withWord = new HashMap<>();
  private final Map<String, List<Integer>> withInitials = new HashMap<>();

  /** One name or variant of a code, made ready for comparing. */
  private record Spelling(Code code, String loose, String padded) {}

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
    int at = spellings.size();
    words.forEach(word -> withWord.computeIfAbsent(word, key -> new ArrayList<>(1)).add(at));
    if (words.size() > 1) {
      withInitials.computeIfAbsent(initials.toString(), key -> new ArrayList<>(1)).add(at);
    }
    Spelling spelling = new Spelling(code, Forms.modern(bare), padded);
    spellings.add(spelling);
    letters.add(Letters.of(spelling.loose));
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
    double least = LEAST;
    BitSet parts = parts(wanted);
    Nearness nearness = new Nearness(letters, Letters.of(loose));
    for (int i : nearness.order()) {
      Spelling spelling = spellings.get(i);
      // Most codes have other letters: no need to compare them sign by sign.
      if (!parts.get(i)
          && !spelling.loose.startsWith(loose)
          && Similarity.atMost(loose, spelling.loose, nearness.differing(i)) < least) {
        continue;
      }
      double score =
          parts.get(i)
              ? Math.max(PART, similarity.of(wanted.loose, spelling.loose, PART))
              : score(wanted, spelling, similarity, least);
      if (score < least || !prefixFits(prefix, spelling.code)) {
        continue;
      }
      Suggestion before = best.get(spelling.code.code());
      if ((before == null || before.score() < score) && possible.test(spelling.code)) {
        best.put(spelling.code.code(), new Suggestion(spelling.code, score));
        least = Math.max(least, lastShown(best));
      }
    }
    return best.values().stream().sorted(LIKELIEST).limit(SHOWN).toList();
  }

  /** The score of the last one that would be shown by now: what is less like is not looked at. */
  private static double lastShown(Map<String, Suggestion> best) {
    return best.size() < SHOWN
        ? 0
        : best.values().stream()
            .sorted(LIKELIEST)
            .skip(SHOWN - 1)
            .findFirst()
            .orElseThrow()
            .score();
  }

  private record Wanted(String loose, String padded) {}

  private static boolean prefixFits(Prefix prefix, Code code) {
    return code.level() == null || prefix.allows(code.level());
  }

  private static double score(
      Wanted wanted, Spelling spelling, Similarity similarity, double least) {
    double score = similarity.of(wanted.loose, spelling.loose, least);
    return score < BEGINNING && wanted.loose.length() > 3 && spelling.loose.startsWith(wanted.loose)
        ? BEGINNING
        : score;
  }

  /** Spellings that hold the value as whole words, or whose words it holds, or its initials. */
  private BitSet parts(Wanted wanted) {
    BitSet parts = new BitSet();
    if (wanted.loose.length() < 3) {
      return parts;
    }
    for (String word : Forms.words(wanted.padded)) {
      for (int i : withWord.getOrDefault(word, List.of())) {
        String padded = spellings.get(i).padded;
        if (padded.contains(wanted.padded) || wanted.padded.contains(padded)) {
          parts.set(i);
        }
      }
    }
    withInitials.getOrDefault(wanted.loose, List.of()).forEach(parts::set);
    return parts;
  }
}
