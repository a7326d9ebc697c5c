package id.pde.guess;

import id.pde.guess.Tables.Table;
import id.pde.model.Row;
import id.pde.source.layout.Tidy;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows with so little in them that they are remarks, signatures or titles between the data.
 *
 * @param most how many filled fields make no row of data
 */
record ThinRows(int most) {

  /** Every row counts. */
  static final ThinRows NONE = new ThinRows(0);

  static ThinRows of(List<Table> tables) {
    List<Integer> counts = new ArrayList<>();
    for (Table table : tables) {
      table.first().forEach(row -> counts.add(filled(row)));
    }
    counts.sort(null);
    int usual = counts.isEmpty() ? 0 : counts.get(counts.size() / 2);
    return new ThinRows(usual < 3 ? 0 : Math.max(1, usual / 3));
  }

  boolean holds(Row row) {
    return most > 0 && filled(row) <= most;
  }

  static boolean filled(Row row, int field) {
    String text = row.text(field);
    return text != null && !text.isEmpty() && !Tidy.isBlank(text);
  }

  private static int filled(Row row) {
    int filled = 0;
    for (int field = 0; field < row.size(); field++) {
      filled += filled(row, field) ? 1 : 0;
    }
    return filled;
  }
}
