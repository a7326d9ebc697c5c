package id.pde.mapping;

import static id.pde.mapping.Level.State.BUILT;
import static id.pde.mapping.Level.State.DESCRIBES;
import static id.pde.mapping.Level.State.NOT_YET;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Every key of a mapping file, level by level: the one table behind the reader, its "did you mean"
 * and the JSON Schema (a test holds them together).
 */
enum Level {
  TOP(
      words(DESCRIBES, "privacy", "expected"),
      words(DESCRIBES, "theme", "keywords", "license"),
      words(BUILT, "title", "description", "agency", "zone", "source", "target", "columns"),
      words(BUILT, "tolerance", "drift", "period", "with", "rules", "checks", "was")),
  TITLE(words(BUILT, "id", "en")),
  PRIVACY(words(DESCRIBES, "basis", "purpose", "retention", "subjects")),
  EXPECTED(words(BUILT, "every", "due", "since")),
  SOURCE(
      words(BUILT, "format", "file", "charset", "delimiter", "quote", "decimal", "sheet"),
      words(BUILT, "header", "fields", "skip", "stop", "where", "end", "blocks", "records"),
      words(BUILT, "escape", "widths"),
      words(BUILT, "hidden", "fill-down", "unpivot", "record", "outline", "kinds", "layouts"),
      words(BUILT, "password", "watermark")),
  HEADER(words(BUILT, "row", "depth", "fill")),
  UNPIVOT(words(BUILT, "columns", "name", "value")),
  RECORD(words(BUILT, "starts")),
  OUTLINE(words(BUILT, "of", "by", "keep", "level", "parent")),
  KINDS(words(BUILT, "head", "data", "tail")),
  PASSWORD(words(BUILT, "env", "file")),
  WATERMARK(words(BUILT, "column", "tie", "look-back")),
  PERIOD(words(BUILT, "from", "pattern")),
  PERIOD_FROM(
      words(BUILT, "title", "cell", "column"),
      words(BUILT, "filename", "folder", "sheet", "pattern")),
  TARGET(
      words(BUILT, "table", "key", "load", "repeated"),
      words(BUILT, "else", "per", "delete-when", "owner")),
  COLUMN(
      words(BUILT, "title", "description", "from", "type", "required", "class", "format", "read"),
      words(BUILT, "unknown", "no-value", "values", "scale", "round", "when-true", "when-false"),
      words(BUILT, "invalid", "extract", "agrees-with", "level", "parent", "system", "similar"),
      words(BUILT, "protect", "derive", "when", "was"),
      words(DESCRIBES, "concept", "measure", "unit")),
  AGREES_WITH(words(BUILT, "birth", "sex", "card", "region")),
  FROM(words(BUILT, "join", "title", "by")),
  RULE(words(BUILT, "name", "check", "severity", "when", "message")),
  CHECK(
      words(BUILT, "name", "severity", "sum", "count", "equals", "by", "margin", "within"),
      words(BUILT, "complete", "column", "in", "unique", "duplicates", "outliers", "beyond")),
  TOLERANCE(words(BUILT, "rejects", "reject-rows", "shrink", "empty", "beyond", "approve")),
  APPROVE(words(BUILT, "rows", "changed", "deleted")),
  DRIFT(words(BUILT, "new-columns", "missing-columns"));

  /** What this version makes of a key. */
  enum State {
    /** It acts. */
    BUILT,
    /** It describes; nothing acts on it. */
    DESCRIBES,
    /** Known, and a fault until it acts. */
    NOT_YET
  }

  // Filled once and never handed out; Map.copyOf would lose the order that messages show.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, State> keys;

  @SafeVarargs
  Level(Map<String, State>... groups) {
    Map<String, State> all = new LinkedHashMap<>();
    for (Map<String, State> group : groups) {
      all.putAll(group);
    }
    keys = Collections.unmodifiableMap(all);
  }

  /** The names of the keys. */
  Set<String> keys() {
    return keys.keySet();
  }

  State state(String key) {
    return keys.getOrDefault(key, NOT_YET);
  }

  private static Map<String, State> words(State state, String... names) {
    Map<String, State> group = new LinkedHashMap<>();
    for (String name : names) {
      group.put(name, state);
    }
    return group;
  }
}
