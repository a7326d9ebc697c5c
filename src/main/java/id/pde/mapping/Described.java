package id.pde.mapping;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says for readers only: the keys that nothing acts on, as catalogues and registers
 * show them.
 *
 * @param theme a code of the EU list of data themes
 * @param license an address, or a name
 * @param columns by the name of the column; those of which nothing is said are absent
 */
public record Described(
    Privacy privacy,
    Expected expected,
    @Nullable String theme,
    List<String> keywords,
    @Nullable String license,
    Map<String, Standard> columns) {

  public Described {
    keywords = List.copyOf(keywords);
    columns = Map.copyOf(columns);
  }

  /**
   * {@code privacy}, see UU 27/2022.
   *
   * @param retention a time as it is written: {@code 5y}
   * @param subjects whose data they are
   */
  public record Privacy(
      @Nullable String basis,
      @Nullable String purpose,
      @Nullable String retention,
      @Nullable String subjects) {

    /** Whether the mapping says nothing of it. */
    public boolean isEmpty() {
      return basis == null && purpose == null && retention == null && subjects == null;
    }
  }

  /** {@code expected}, as it is written. */
  public record Expected(@Nullable String every, @Nullable String due, @Nullable String since) {}

  /** What the data standard (Perpres 39/2019, article 4) asks beside definition and classes. */
  public record Standard(
      @Nullable String concept, @Nullable String measure, @Nullable String unit) {

    public static final Standard NONE = new Standard(null, null, null);
  }

  /** What a checked mapping says; its text is read again. */
  public static Described of(Mapping mapping) {
    YamlNode tree = YamlReader.read(mapping.text().file(), mapping.text().content(), new Faults());
    Entries privacy = entries(tree, "privacy");
    Entries expected = entries(tree, "expected");
    Map<String, Standard> columns = new LinkedHashMap<>();
    Entries written = entries(tree, "columns");
    for (Entry column : written == null ? List.<Entry>of() : written.entries()) {
      Entries keys = column.value() instanceof Entries found ? found : null;
      Standard standard =
          new Standard(text(keys, "concept"), text(keys, "measure"), text(keys, "unit"));
      if (!standard.equals(Standard.NONE)) {
        columns.put(column.name(), standard);
      }
    }
    Entries top = tree instanceof Entries found ? found : null;
    return new Described(
        new Privacy(
            text(privacy, "basis"),
            text(privacy, "purpose"),
            text(privacy, "retention"),
            text(privacy, "subjects")),
        new Expected(text(expected, "every"), text(expected, "due"), text(expected, "since")),
        text(top, "theme"),
        texts(top == null ? null : top.value("keywords")),
        text(top, "license"),
        columns);
  }

  /** What is said of a column. */
  public Standard column(String name) {
    return columns.getOrDefault(name, Standard.NONE);
  }

  private static @Nullable Entries entries(@Nullable YamlNode node, String key) {
    return node instanceof Entries entries && entries.value(key) instanceof Entries found
        ? found
        : null;
  }

  private static @Nullable String text(@Nullable Entries entries, String key) {
    return entries != null
            && entries.value(key) instanceof Scalar scalar
            && !scalar.text().isBlank()
        ? scalar.text().strip()
        : null;
  }

  private static List<String> texts(@Nullable YamlNode node) {
    Stream<YamlNode> nodes =
        node == null
            ? Stream.empty()
            : node instanceof Items items ? items.nodes().stream() : Stream.of(node);
    return nodes
        .filter(one -> one instanceof Scalar scalar && !scalar.text().isBlank())
        .map(one -> ((Scalar) one).text().strip())
        .toList();
  }
}
