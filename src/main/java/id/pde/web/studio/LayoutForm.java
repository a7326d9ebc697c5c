package id.pde.web.studio;

import id.pde.guess.Guesser.Wish;
import id.pde.web.studio.DraftColumns.Layout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where somebody says that the table stands: {@code sheet}, {@code header} (a row or {@code auto}),
 * {@code depth}, {@code charset} and {@code delimiter}; {@code keep} or nothing leaves one as it
 * is.
 */
public final class LayoutForm {

  private static final String KEEP = "keep";
  private static final Pattern ROW = Pattern.compile("\\d{1,7}");
  private static final Pattern DEPTH = Pattern.compile("[2-9]");

  /** These stand in a mapping as they are. */
  private static final Set<String> WORDS = Set.of("all", "tab", "first");

  private final Map<String, String> given;

  public LayoutForm(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** What is to be written, as YAML by key of the source block; empty: the key goes. */
  public Map<String, String> source() {
    Map<String, String> source = new LinkedHashMap<>();
    String header = given.getOrDefault("header", KEEP);
    if (ROW.matcher(header).matches() || header.equals("auto")) {
      source.put("header", header(header, given.getOrDefault("depth", "")));
    }
    for (String key : List.of("sheet", "charset", "delimiter")) {
      String value = given.getOrDefault(key, KEEP);
      if (!value.equals(KEEP)) {
        source.put(key, yaml(value));
      }
    }
    return source;
  }

  private static String header(String row, String depth) {
    String deep = DEPTH.matcher(depth).matches() ? "depth: " + depth : "";
    if (row.equals("auto")) {
      return deep.isEmpty() ? "" : "{" + deep + "}";
    }
    return "{row: " + row + (deep.isEmpty() ? "" : ", " + deep) + "}";
  }

  private static String yaml(String value) {
    return value.isEmpty() || WORDS.contains(value) ? value : DraftForm.value(value);
  }

  /** The same for a new proposal, which keeps what the draft says and nobody changed. */
  public Wish wish(Layout draft) {
    Map<String, String> source = source();
    if (!source.containsKey("header") && ROW.matcher(draft.header()).matches()) {
      source.put("header", header(draft.header(), draft.depth()));
    }
    kept(source, "charset", draft.charset());
    kept(source, "delimiter", draft.delimiter());
    String sheet = given.getOrDefault("sheet", KEEP);
    String name = sheet.equals(KEEP) ? one(draft.sheet()) : sheet;
    source.remove("sheet");
    if (WORDS.contains(name)) {
      source.put("sheet", name);
      name = "";
    }
    source.values().removeIf(String::isEmpty);
    return new Wish(name.isEmpty() ? null : name, source);
  }

  private static void kept(Map<String, String> source, String key, String written) {
    if (!source.containsKey(key)) {
      source.put(key, yaml(one(written)));
    }
  }

  /** What is written as a list was found, not chosen. */
  private static String one(String written) {
    return written.contains(", ") || written.equals("auto") ? "" : written;
  }
}
