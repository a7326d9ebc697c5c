package id.pde.source.codes;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the columns of a code list stand. */
final class CodeColumns {

  private static final List<String> KNOWN =
      List.of("code", "name", "level", "parent", "valid_from", "valid_to", "successor", "variants");

  private final Map<String, Integer> positions = new HashMap<>();
  private final int size;

  private CodeColumns(int size) {
    this.size = size;
  }

  /** The columns of a header line, or null where it is no header of a code list. */
  static @Nullable CodeColumns read(List<String> headings, FilePlace place, Faults faults) {
    CodeColumns columns = new CodeColumns(headings.size());
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).strip();
      String shown = Quoted.of(heading);
      if (columns.positions.putIfAbsent(heading, i) != null) {
        faults.add("codes.header", place, twice(shown));
      } else if (!KNOWN.contains(heading) && !heading.matches("code_[a-z0-9_]+")) {
        Text message =
            new Text("kolom " + shown + " tidak dikenal", "the column " + shown + " is not known");
        faults.warn(
            "codes.column", place, new Advice("csv", message, Suggestion.fix(heading, KNOWN)));
      }
    }
    boolean complete = true;
    for (String needed : List.of("code", "name")) {
      if (!columns.positions.containsKey(needed)) {
        faults.add("codes.header", place, missing(needed));
        complete = false;
      }
    }
    return complete ? columns : null;
  }

  private static Advice twice(String shown) {
    return new Advice(
        "csv",
        new Text("kolom " + shown + " ada dua kali", "the column " + shown + " is there twice"),
        new Text("hapus salah satunya", "take one of them out"));
  }

  private static Advice missing(String needed) {
    return new Advice(
        "csv",
        new Text("kolom " + needed + " tidak ada", "the column " + needed + " is missing"),
        new Text(
            "baris pertama: code,name,... dipisahkan koma",
            "first line: code,name,... separated by commas"));
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
