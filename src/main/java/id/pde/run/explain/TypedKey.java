package id.pde.run.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a key in the order of its columns. */
public final class TypedKey {

  private TypedKey() {}

  /**
   * Puts them into their order.
   *
   * @param typed one value for each column, or {@code column=value} for each
   * @return empty: they are not those of this key
   */
  public static Optional<List<String>> of(List<String> key, List<String> typed) {
    if (key.isEmpty() || typed.size() != key.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (String text : typed) {
      int equals = text.indexOf('=');
      if (equals > 0 && key.contains(text.substring(0, equals))) {
        named.put(text.substring(0, equals), text.substring(equals + 1));
      }
    }
    if (named.isEmpty()) {
      return Optional.of(typed);
    }
    if (named.size() < key.size()) {
      return Optional.empty();
    }
    List<String> ordered = new ArrayList<>();
    key.forEach(column -> ordered.add(named.getOrDefault(column, "")));
    return Optional.of(ordered);
  }
}
