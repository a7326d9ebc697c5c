package id.pde.run.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers a group key by key; what is null or an empty list is left out. */
final class Fields {

  private final Map<String, Node> entries = new LinkedHashMap<>();

  static Fields begin() {
    return new Fields();
  }

  Fields text(String key, @Nullable String text) {
    return node(key, text == null ? null : new Node.Word(text));
  }

  Fields whole(String key, @Nullable Long value) {
    return node(key, value == null ? null : new Node.Whole(value));
  }

  Fields flag(String key, boolean value) {
    return node(key, new Node.Flag(value));
  }

  Fields items(String key, List<? extends Node> nodes) {
    return node(key, nodes.isEmpty() ? null : new Node.Items(List.copyOf(nodes)));
  }

  Fields texts(String key, List<String> texts) {
    return node(key, texts.isEmpty() ? null : Node.words(texts));
  }

  Fields node(String key, @Nullable Node node) {
    if (node != null) {
      entries.put(key, node);
    }
    return this;
  }

  /** A text that has its place even where nobody knows it. */
  Fields open(String key, @Nullable String text) {
    return node(key, text == null ? new Node.Nothing() : new Node.Word(text));
  }

  Node.Group made() {
    return new Node.Group(entries);
  }
}
