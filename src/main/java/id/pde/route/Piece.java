package id.pde.route;

import id.pde.model.Location.FilePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a route file with its place. */
sealed interface Piece {

  FilePlace place();

  /** A single value, always as the characters that stand in the file. */
  record Scalar(FilePlace place, String text) implements Piece {}

  /** Keys and values, as written. */
  record Block(FilePlace place, Map<String, Entry> entries) implements Piece {
    public Block {
      entries = new LinkedHashMap<>(entries);
    }

    @Nullable Piece get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value;
    }
  }

  /** A list. */
  record Items(FilePlace place, List<Piece> items) implements Piece {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A key with its value. */
  record Entry(FilePlace place, String written, Piece value) {}
}
