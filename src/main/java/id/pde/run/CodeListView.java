package id.pde.run;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.mapping.ColumnType.CodeType;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A code list as people look into it.
 *
 * @param uses columns that are read by it, by dataset
 */
public record CodeListView(CodeList list, Map<String, List<String>> uses) {

  public CodeListView {
    uses = Collections.unmodifiableMap(new TreeMap<>(uses));
  }

  /** All lists of a folder, by name. */
  public static List<CodeListView> all(MappingFolder folder) {
    return new TreeMap<>(folder.codes().lists())
        .values().stream().map(list -> of(list, folder)).toList();
  }

  /** One list of a folder. */
  public static CodeListView of(CodeList list, MappingFolder folder) {
    Map<String, List<String>> uses = new TreeMap<>();
    folder
        .mappings()
        .forEach(
            (id, mapping) -> {
              List<String> columns =
                  mapping.columns().stream()
                      .filter(
                          column ->
                              column.type() instanceof CodeType code
                                  && code.list().equals(list.name()))
                      .map(column -> column.name())
                      .toList();
              if (!columns.isEmpty()) {
                uses.put(id, columns);
              }
            });
    return new CodeListView(list, uses);
  }

  /** Codes whose code, name, variant or decided spelling has a text; empty: all. */
  public List<Code> codes(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<String> decided = synonyms(text).stream().map(Decision::code).toList();
    return list.codes().stream()
        .filter(code -> speaks(code, wanted) || decided.contains(code.code()))
        .toList();
  }

  private static boolean speaks(Code code, String wanted) {
    return has(code.code(), wanted)
        || has(code.name(), wanted)
        || code.variants().stream().anyMatch(one -> has(one, wanted));
  }

  /** Decided spellings that have a text, or whose code has it; empty: all. */
  public List<Decision> synonyms(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return list.decisions().stream()
        .filter(one -> has(one.value(), wanted) || has(one.code(), wanted))
        .toList();
  }

  private static boolean has(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** The newest name of a code. */
  public String name(String code) {
    List<Code> rows = list.byCode(code);
    return rows.isEmpty() ? "" : rows.get(rows.size() - 1).name();
  }
}
