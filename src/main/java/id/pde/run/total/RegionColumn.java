package id.pde.run.total;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Mapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column that says in which kecamatan a row lies.
 *
 * @param column its place in the mapping, from 0
 * @param list of its codes
 */
record RegionColumn(int column, String list) {

  private static final String PART = "kecamatan";
  private static final List<String> BELOW = List.of("kelurahan", "desa");

  /** The first column of kecamatan, else the first of what lies in them; null: there is none. */
  static @Nullable RegionColumn of(Mapping mapping, CodeLists codes) {
    RegionColumn best = null;
    int rank = 0;
    for (int i = 0; i < mapping.columns().size(); i++) {
      ColumnSpec column = mapping.columns().get(i);
      int found = rank(column, codes);
      if (found > rank && column.type() instanceof CodeType code) {
        best = new RegionColumn(i, code.list());
        rank = found;
      }
    }
    return best;
  }

  private static int rank(ColumnSpec column, CodeLists codes) {
    if (!(column.type() instanceof CodeType code) || column.protect() != Protect.NONE) {
      return 0;
    }
    CodeList list = codes.find(code.list());
    if (list == null || !list.levels().contains(PART)) {
      return 0;
    }
    List<String> levels = code.narrowing().levels();
    if (levels.contains(PART)) {
      return 3;
    }
    return levels.stream().anyMatch(BELOW::contains) ? 2 : levels.isEmpty() ? 1 : 0;
  }

  /** The kecamatan that a code is or lies in; null: it is none and lies in none. */
  static @Nullable Code part(CodeList list, String code) {
    String at = code;
    for (int step = 0; at != null && step <= BELOW.size() + 1; step++) {
      List<Code> rows = list.byCode(at);
      if (rows.isEmpty()) {
        return null;
      }
      Code row = rows.get(rows.size() - 1);
      if (PART.equals(row.level())) {
        return row;
      }
      at = row.parent();
    }
    return null;
  }
}
