package id.pde.run.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document before it is JSON or YAML. */
public sealed interface Node {

  /** A text. */
  record Word(String text) implements Node {}

  /** A whole number. */
  record Whole(long value) implements Node {}

  /** True or false. */
  record Flag(boolean value) implements Node {}

  /** A place that is known to be empty. */
  record Nothing() implements Node {}

  /** A list. */
  record Items(List<Node> nodes) implements Node {
    public Items {
      nodes = List.copyOf(nodes);
    }
  }

  /** Keys with values, in an order. */
  record Group(Map<String, Node> entries) implements Node {
    public Group {
      // Map.copyOf would lose the order.
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** Texts as a list. */
  static Node words(List<String> texts) {
    return new Items(texts.stream().<Node>map(Word::new).toList());
  }
}
