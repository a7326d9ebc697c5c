package id.pde.mapping.yaml;

import id.pde.model.Location.FilePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file and the place where it starts. */
public sealed interface YamlNode {

  /**
   * A single value.
   *
   * @param plain whether it stands without quotes
   * @param line the line of the file where it starts
   */
  record Scalar(String text, boolean plain, FilePlace place, String line) implements YamlNode {
    /** Whether nothing was written: {@code key:} and then the end of the line. */
    public boolean blank() {
      return plain && text.isEmpty();
    }

    /** The place of a sign of the text, counted in code points; else where the text starts. */
    public FilePlace placeOf(int sign) {
      int column = WrittenColumns.of(this, sign);
      return column == 0 ? place : new FilePlace(place.file(), place.line(), column);
    }
  }

  /** A list. */
  record Items(List<YamlNode> nodes, FilePlace place) implements YamlNode {
    public Items {
      nodes = List.copyOf(nodes);
    }
  }

  /** Keys with values, in the order of the file; no key twice. */
  record Entries(List<Entry> entries, FilePlace place) implements YamlNode {
    public Entries {
      entries = List.copyOf(entries);
    }

    /** The value of a key, or null where the key is not there. */
    public @Nullable YamlNode value(String key) {
      for (Entry entry : entries) {
        if (entry.name().equals(key)) {
          return entry.value();
        }
      }
      return null;
    }
  }

  /** One key with its value. */
  record Entry(Scalar key, YamlNode value) {
    public String name() {
      return key.text();
    }
  }

  FilePlace place();

  /** What stands here as a short text that a message can quote. */
  default String shown() {
    if (this instanceof Scalar scalar) {
      return Quoted.of(scalar.text());
    }
    return this instanceof Items ? "[...]" : "{...}";
  }
}
