package id.pde.web.studio;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import id.pde.model.Location.FilePlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows of the text of a mapping, which may still have faults.
 *
 * @param key names of the columns that tell rows apart, as they are written
 * @param load {@code merge} ...; empty where nothing is written
 */
public record DraftColumns(List<Column> columns, List<String> key, String load, Layout layout) {

  public DraftColumns {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /**
   * A column.
   *
   * @param from its headings as they are written
   * @param remarks of the proposal that stand above it
   * @param plain whether a form can change it; else only the text can
   */
  public record Column(
      String name,
      String from,
      String type,
      boolean required,
      String dataClass,
      String protect,
      List<String> remarks,
      boolean plain) {
    public Column {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Where the table stands, as it is written; empty: nothing is.
   *
   * @param remarks of the proposal on it
   */
  public record Layout(
      String sheet,
      String header,
      String depth,
      String charset,
      String delimiter,
      List<String> remarks) {
    /** Nothing is written. */
    public static final Layout NONE = new Layout("", "", "", "", "", List.of());

    public Layout {
      remarks = List.copyOf(remarks);
    }
  }

  /** Empty: the text is no YAML with columns. */
  public static Optional<DraftColumns> of(String yaml) {
    YamlNode tree = YamlReader.read("draft", yaml, new Faults());
    if (!(tree instanceof Entries top)) {
      return Optional.empty();
    }
    List<String> lines = yaml.lines().toList();
    List<Column> columns = new ArrayList<>();
    if (top.value("columns") instanceof Entries entries) {
      entries.entries().forEach(entry -> columns.add(column(entry, lines)));
    }
    Entries target = top.value("target") instanceof Entries block ? block : NONE;
    Entries source = top.value("source") instanceof Entries block ? block : NONE;
    YamlNode header = source.value("header");
    Entries rows = header instanceof Entries block ? block : NONE;
    Layout layout =
        new Layout(
            shown(source.value("sheet")),
            header instanceof Scalar word ? word.text() : shown(rows.value("row")),
            shown(rows.value("depth")),
            shown(source.value("charset")),
            shown(source.value("delimiter")),
            source.entries().stream()
                .flatMap(entry -> remarks(entry.key().place().line(), lines).stream())
                .toList());
    return Optional.of(
        new DraftColumns(columns, texts(target.value("key")), shown(target.value("load")), layout));
  }

  private static final Entries NONE = new Entries(List.of(), new FilePlace("draft", 1, 1));

  private static Column column(Entry entry, List<String> lines) {
    List<String> remarks = remarks(entry.key().place().line(), lines);
    if (!(entry.value() instanceof Entries value)) {
      return new Column(entry.name(), "", "", false, "", "", remarks, false);
    }
    return new Column(
        entry.name(),
        shown(value.value("from")),
        shown(value.value("type")),
        shown(value.value("required")).equals("true"),
        shown(value.value("class")),
        shown(value.value("protect")),
        remarks,
        true);
  }

  private static List<String> remarks(int line, List<String> lines) {
    List<String> remarks = new ArrayList<>();
    for (int above = line - 2; above >= 0 && above < lines.size(); above--) {
      String text = lines.get(above).strip();
      if (!text.startsWith("# ?")) {
        break;
      }
      remarks.add(text.substring(3).strip());
    }
    Collections.reverse(remarks);
    return remarks;
  }

  private static List<String> texts(@Nullable YamlNode node) {
    if (node instanceof Scalar scalar) {
      return List.of(scalar.text());
    }
    List<String> texts = new ArrayList<>();
    if (node instanceof Items items) {
      items.nodes().forEach(item -> texts.add(shown(item)));
    }
    return texts;
  }

  private static String shown(@Nullable YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.text();
    }
    if (node instanceof Items) {
      return String.join(", ", texts(node));
    }
    return node == null ? "" : node.shown();
  }
}
