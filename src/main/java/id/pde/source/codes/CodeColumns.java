package id.pde.source.codes;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the columns of a code list, or of a file beside it, stand. */
final class CodeColumns {

  private static final Pattern LIST_EXTRA = Pattern.compile("code_[a-z][a-z0-9_]*");

  /** The columns of one kind of file. */
  enum Kind {
    LIST(
        List.of("code", "name"),
        List.of("level", "parent", "valid_from", "valid_to", "successor", "variants")),
    /** What another system calls the codes; its columns end in its name. */
    BRIDGE(List.of("code"), List.of()),
    DECISIONS(List.of("value", "code"), List.of("who", "when", "why"));

    // Never changed; the order is that of messages.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> needed;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> known;

    Kind(List<String> needed, List<String> more) {
      this.needed = needed;
      List<String> all = new ArrayList<>(needed);
      all.addAll(more);
      this.known = List.copyOf(all);
    }
  }

  private final Map<String, Integer> positions = new HashMap<>();
  private final int size;

  private CodeColumns(int size) {
    this.size = size;
  }

  /** The columns of a header line, or null where it is none of such a file. */
  static @Nullable CodeColumns read(
      Kind kind, List<String> headings, FilePlace place, Faults faults) {
    CodeColumns columns = new CodeColumns(headings.size());
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip();
      String shown = Quoted.of(heading);
      if (columns.positions.putIfAbsent(heading, i) != null) {
        faults.add("codes.header", place, twice(shown));
      } else if (!known(kind, heading)) {
        Text message =
            new Text("kolom " + shown + " tidak dikenal", "the column " + shown + " is not known");
        faults.warn(
            "codes.column", place, new Advice("csv", message, Suggestion.fix(heading, kind.known)));
      }
    }
    boolean complete = true;
    for (String needed : kind.needed) {
      if (!columns.positions.containsKey(needed)) {
        faults.add("codes.header", place, missing(kind, needed));
        complete = false;
      }
    }
    return complete ? columns : null;
  }

  private static boolean known(Kind kind, String heading) {
    return kind.known.contains(heading)
        || (kind == Kind.LIST && LIST_EXTRA.matcher(heading).matches())
        || (kind == Kind.BRIDGE && heading.matches("(code|name)_[a-z][a-z0-9_]*"));
  }

  /** The systems whose codes the columns of a list hold: {@code code_bps}. */
  List<String> systems() {
    return positions.keySet().stream()
        .filter(heading -> LIST_EXTRA.matcher(heading).matches())
        .map(heading -> heading.substring("code_".length()))
        .sorted()
        .toList();
  }

  private static Advice twice(String shown) {
    return new Advice(
        "csv",
        new Text("kolom " + shown + " ada dua kali", "the column " + shown + " is there twice"),
        new Text("hapus salah satunya", "take one of them out"));
  }

  private static Advice missing(Kind kind, String needed) {
    String example = String.join(",", kind.needed);
    return new Advice(
        "csv",
        new Text("kolom " + needed + " tidak ada", "the column " + needed + " is missing"),
        new Text(
            "baris pertama: " + example + ",... dipisahkan koma",
            "first line: " + example + ",... separated by commas"));
  }

  int size() {
    return size;
  }

  /** The value of a column without outer blanks; empty where there is none. */
  String value(List<String> fields, String column) {
    Integer at = positions.get(column);
    return at == null || at >= fields.size() ? "" : fields.get(at).strip();
  }

  @Nullable String optional(List<String> fields, String column) {
    String value = value(fields, column);
    return value.isEmpty() ? null : value;
  }
}
