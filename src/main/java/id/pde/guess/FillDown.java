package id.pde.guess;

import id.pde.guess.Tables.Table;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.List;

/** Finds columns that name a group only in its first row. */
final class FillDown {

  private FillDown() {}

  /** Headings whose empty cells seem to mean the value above. */
  static List<String> of(List<Table> tables, List<String> headings) {
    List<String> found = new ArrayList<>();
    for (String heading : headings) {
      boolean groups =
          new Heading(heading)
              .has(
                  "kecamatan",
                  "kec",
                  "kelurahan",
                  "desa",
                  "puskesmas",
                  "pasar",
                  "opd",
                  "skpd",
                  "kategori",
                  "kelompok",
                  "program",
                  "wilayah",
                  "provinsi",
                  "kabupaten",
                  "unit");
      if (groups && tables.stream().allMatch(table -> inFirstRows(table, heading))) {
        found.add(heading);
      }
    }
    return found;
  }

  private static boolean inFirstRows(Table table, String heading) {
    int field = -1;
    for (int i = 0; i < table.header().fields().size(); i++) {
      field = table.header().fields().get(i).heading().equals(heading) ? i : field;
    }
    ThinRows thin = ThinRows.of(List.of(table));
    List<Row> rows = table.first().stream().filter(row -> !thin.holds(row)).toList();
    if (field < 0 || rows.size() < 4 || !ThinRows.filled(rows.get(0), field)) {
      return false;
    }
    int at = field;
    long filled = rows.stream().filter(row -> ThinRows.filled(row, at)).count();
    return 10 * filled <= 6L * rows.size() && filled > 1;
  }
}
