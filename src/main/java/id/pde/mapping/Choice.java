package id.pde.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words that a key may hold.
 *
 * @param built words with their meaning
 * @param notYet words of the format that this version does not act on
 */
record Choice<E>(Map<String, E> built, List<String> notYet) {

  Choice {
    built = Map.copyOf(built);
    notYet = List.copyOf(notYet);
  }

  static <E> Choice<E> of(Map<String, E> built) {
    return new Choice<>(built, List.of());
  }

  /** All words that a person may have meant. */
  List<String> words() {
    List<String> words = new ArrayList<>(built.keySet());
    words.addAll(notYet);
    return words;
  }
}
