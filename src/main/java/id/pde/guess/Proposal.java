package id.pde.guess;

import id.pde.model.Language;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping as it is proposed.
 *
 * @param source the keys of its source block with their values as YAML, in order
 * @param target likewise
 * @param others further keys of the top level
 * @param head remarks on the whole
 */
record Proposal(
    String title,
    Map<String, Line> source,
    Map<String, Line> target,
    Map<String, Line> others,
    List<ColumnDraft> columns,
    List<Text> head) {

  Proposal {
    source = new LinkedHashMap<>(source);
    target = new LinkedHashMap<>(target);
    others = new LinkedHashMap<>(others);
    columns = List.copyOf(columns);
    head = List.copyOf(head);
  }

  /**
   * One key.
   *
   * @param value as YAML
   * @param remarks what is uncertain about it
   */
  record Line(String value, List<Text> remarks) {
    Line {
      remarks = List.copyOf(remarks);
    }

    static Line of(String value) {
      return new Line(value, List.of());
    }
  }

  /** The same under first lines. */
  Proposal with(List<Text> first) {
    List<Text> lines = new ArrayList<>(first);
    lines.addAll(head);
    return new Proposal(title, source, target, others, columns, lines);
  }

  /** The same with one more key of the top level. */
  Proposal with(String key, Line line) {
    Map<String, Line> more = new LinkedHashMap<>(others);
    more.put(key, line);
    return new Proposal(title, source, target, more, columns, head);
  }

  /** The same with more keys of the source block, where it does not have them. */
  Proposal withSource(Map<String, Line> more) {
    Map<String, Line> lines = new LinkedHashMap<>(source);
    more.forEach(lines::putIfAbsent);
    return new Proposal(title, lines, target, others, columns, head);
  }

  /** The text of the mapping file. */
  String yaml(Language language) {
    StringBuilder yaml = new StringBuilder();
    head.forEach(line -> yaml.append("# ").append(line.in(language)).append('\n'));
    yaml.append("title: ").append(Yaml.text(title)).append('\n');
    block(yaml, "source", source, language);
    block(yaml, "target", target, language);
    others.forEach(
        (key, line) -> {
          remarks(yaml, "", line.remarks(), language);
          yaml.append(key).append(": ").append(line.value()).append('\n');
        });
    yaml.append("columns:\n");
    for (ColumnDraft column : columns) {
      remarks(yaml, "  ", column.remarks(), language);
      yaml.append("  ").append(column.name()).append(": ").append(column.yaml()).append('\n');
    }
    return yaml.toString();
  }

  private static void block(
      StringBuilder yaml, String name, Map<String, Line> lines, Language language) {
    if (lines.isEmpty()) {
      return;
    }
    yaml.append(name).append(":\n");
    lines.forEach(
        (key, line) -> {
          remarks(yaml, "  ", line.remarks(), language);
          yaml.append("  ").append(key).append(": ").append(line.value()).append('\n');
        });
  }

  private static void remarks(
      StringBuilder yaml, String indent, List<Text> remarks, Language language) {
    for (Text remark : remarks) {
      // Sheets and headings in the places of a remark may hold anything.
      String line = remark.in(language).replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", " ");
      yaml.append(indent).append("# ? ").append(line).append('\n');
    }
  }
}
