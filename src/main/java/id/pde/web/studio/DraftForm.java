package id.pde.web.studio;

import id.pde.mapping.yaml.YamlEdit;
import id.pde.web.studio.DraftColumns.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what a form says into the text of a draft; what it does not name stays as it is. */
public final class DraftForm {

  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_-]*(\\([a-z0-9_]+\\))?");
  private static final int LONGEST = 200;

  private String yaml;
  private boolean whole = true;

  private DraftForm(String yaml) {
    this.yaml = yaml;
  }

  /**
   * What came of a form.
   *
   * @param whole whether all of it could be written; else the rest has to be changed in the text
   */
  public record Written(String yaml, boolean whole) {}

  /**
   * The columns: {@code was.0}, {@code name.0}, {@code type.0}, {@code required.0}, {@code key.0},
   * {@code class.0}, {@code protect.0} and {@code keep.0} of the first one, and so on.
   */
  public static Written columns(String yaml, DraftColumns now, Map<String, String> given) {
    DraftForm form = new DraftForm(yaml);
    List<String> key = new ArrayList<>();
    boolean asked = false;
    for (int i = 0; given.containsKey("was." + i); i++) {
      Column column = column(now, given.getOrDefault("was." + i, ""));
      if (column != null && column.plain()) {
        asked = true;
        form.column(column, new Fields(given, i), key);
      }
    }
    if (asked) {
      form.key(now, key);
    }
    return new Written(form.yaml, form.whole);
  }

  private record Fields(Map<String, String> given, int at) {
    String text(String field) {
      String text = given.getOrDefault(field + "." + at, "").strip();
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    boolean on(String field) {
      return given.containsKey(field + "." + at);
    }
  }

  private static @Nullable Column column(DraftColumns now, String name) {
    return now.columns().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private void column(Column column, Fields fields, List<String> key) {
    List<String> place = List.of("columns", column.name());
    if (!fields.on("keep")) {
      keep(YamlEdit.remove(yaml, place));
      return;
    }
    if (!fields.text("type").equals(column.type()) && !fields.text("type").isEmpty()) {
      keep(YamlEdit.set(yaml, below(place, "type"), value(fields.text("type"))));
      yaml = YamlEdit.answered(yaml, place);
    }
    if (fields.on("required") != column.required()) {
      put(below(place, "required"), fields.on("required") ? "true" : "");
    }
    if (!fields.text("class").equals(column.dataClass())) {
      put(below(place, "class"), fields.text("class"));
    }
    if (!fields.text("protect").equals(column.protect())) {
      put(below(place, "protect"), fields.text("protect"));
    }
    String name = fields.text("name").isEmpty() ? column.name() : fields.text("name");
    if (!name.equals(column.name())) {
      keep(YamlEdit.rename(yaml, place, value(name)));
    }
    if (fields.on("key")) {
      key.add(name);
    }
  }

  private void key(DraftColumns now, List<String> chosen) {
    if (chosen.equals(now.key())) {
      return;
    }
    boolean same = chosen.size() == now.key().size() && chosen.containsAll(now.key());
    if (same) {
      return;
    }
    List<String> ordered = new ArrayList<>(now.key());
    ordered.retainAll(chosen);
    chosen.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
    List<String> place = List.of("target", "key");
    yaml = YamlEdit.answered(yaml, place);
    if (ordered.isEmpty()) {
      put(place, "");
      if (now.load().equals("merge")) {
        put(List.of("target", "load"), "append");
      }
      return;
    }
    keep(
        YamlEdit.set(
            yaml,
            place,
            "[" + String.join(", ", ordered.stream().map(DraftForm::value).toList()) + "]"));
    if (now.key().isEmpty() && now.load().equals("append")) {
      put(List.of("target", "load"), "merge");
    }
  }

  /** The same draft for another table. */
  public static String table(String yaml, String table) {
    return YamlEdit.set(yaml, List.of("target", "table"), value(table)).orElse(yaml);
  }

  /**
   * Where the table stands.
   *
   * @param values of keys of the source block as YAML; empty: the key goes
   */
  public static Written source(String yaml, Map<String, String> values) {
    DraftForm form = new DraftForm(yaml);
    values.forEach((key, value) -> form.put(List.of("source", key), value));
    return new Written(form.yaml, form.whole);
  }

  private void put(List<String> place, String value) {
    keep(value.isEmpty() ? YamlEdit.remove(yaml, place) : YamlEdit.set(yaml, place, value));
  }

  private void keep(Optional<String> changed) {
    whole &= changed.isPresent();
    yaml = changed.orElse(yaml);
  }

  private static List<String> below(List<String> place, String key) {
    return List.of(place.get(0), place.get(1), key);
  }

  /** As YAML that is one text, whatever is in it. */
  public static String value(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            sign -> {
              if (sign == '"' || sign == '\\') {
                quoted.append('\\').append((char) sign);
              } else if (sign < ' ' || sign == 0x7f) {
                quoted.append(' ');
              } else {
                quoted.append((char) sign);
              }
            });
    return quoted.append('"').toString();
  }
}
