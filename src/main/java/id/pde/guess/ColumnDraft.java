package id.pde.guess;

import id.pde.model.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proposed column.
 *
 * @param type as the mapping writes it
 * @param details further keys with their values as YAML, in order
 * @param dataClass null: internal, which needs no word
 * @param remarks what is uncertain about it, with the evidence; no value of a row
 */
record ColumnDraft(
    String name,
    String heading,
    String type,
    Map<String, String> details,
    @Nullable String dataClass,
    List<Text> remarks) {

  ColumnDraft {
    remarks = List.copyOf(remarks);
    details = new LinkedHashMap<>(details);
  }

  /** A column that takes the text as it stands, to read a file without knowing its types. */
  static ColumnDraft plain(String name, String heading) {
    return new ColumnDraft(name, heading, "text", Map.of(), "pribadi-spesifik", List.of());
  }

  ColumnDraft required() {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("required", "true");
    more.putAll(details);
    more.remove("invalid");
    more.remove("unknown");
    return new ColumnDraft(name, heading, type, more, dataClass, remarks);
  }

  /** With one more key. */
  ColumnDraft with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(key, value);
    return new ColumnDraft(name, heading, type, more, dataClass, remarks);
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("{from: ").append(Yaml.text(heading));
    yaml.append(", type: ").append(type.contains(",") ? '"' + type + '"' : type);
    details.forEach((key, value) -> yaml.append(", ").append(key).append(": ").append(value));
    if (dataClass != null) {
      yaml.append(", class: ").append(dataClass);
    }
    return yaml.append('}').toString();
  }
}
