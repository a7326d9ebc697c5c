package id.pde.guess;

import id.pde.guess.Proposal.Line;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Text;
import id.pde.source.layout.Tidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Totals and footnotes that stand where the key does. No default pattern takes them, for a key is
 * filled: tables of statistics begin with the column that names their rows, and have {@code Total}
 * and {@code Sumber: ...} in it. So they are proposed by name. Used once.
 */
final class StrayRows {

  private static final String TOTALS = "^(sub ?total|jumlah|jml|total|rata-rata)\\.?$";
  private static final String FOOTNOTES = "^(sumber|catatan|ket|keterangan)\\.? *:|^mengetahui\\b";
  private static final Pattern TOTAL = Pattern.compile(TOTALS, Pattern.CASE_INSENSITIVE);
  private static final Pattern FOOTNOTE = Pattern.compile(FOOTNOTES, Pattern.CASE_INSENSITIVE);

  /** Where every second or third row is a total, it is a kind of row that somebody wants. */
  private static final int FEW = 10;

  private static final int SHOWN = 3;

  private final Kind totals = new Kind();
  private final Kind footnotes = new Kind();
  private long rows;
  private long line = -1;

  /** How many there are, and where the first of them stand. */
  private static final class Kind {
    private final List<Location> places = new ArrayList<>();
    private long count;

    void see(Row row) {
      count++;
      if (places.size() < SHOWN) {
        places.add(row.location(-1));
      }
    }

    String shown() {
      String more = count > places.size() ? "; ..." : "";
      return places.stream().map(Location::shown).collect(Collectors.joining("; ")) + more;
    }
  }

  /** Sees a row that is taken for data; of one whose columns become rows only the first. */
  void see(Row row) {
    if (row.line() == line) {
      return;
    }
    line = row.line();
    rows++;
    int first = -1;
    int filled = 0;
    for (int field = 0; field < row.size(); field++) {
      if (ThinRows.filled(row, field)) {
        first = first < 0 ? field : first;
        filled++;
      }
    }
    String text = first < 0 ? null : row.text(first);
    if (text == null) {
      return;
    }
    String start = Tidy.line(text);
    if (TOTAL.matcher(start).find()) {
      totals.see(row);
    } else if (filled == 1 && row.size() > 1 && FOOTNOTE.matcher(start).find()) {
      footnotes.see(row);
    }
  }

  /** Keys of the source block that pass them over. */
  Map<String, Line> lines() {
    Map<String, Line> lines = new LinkedHashMap<>();
    if (totals.count > 0 && (totals.count == 1 || FEW * totals.count <= rows)) {
      lines.put(
          "skip",
          line(
              TOTALS,
              Remarks.of(
                  "baris jumlah di kolom kunci dilewati: " + totals.shown(),
                  "totals in the column of the key are passed over: " + totals.shown())));
    }
    if (footnotes.count > 0) {
      lines.put(
          "stop",
          line(
              FOOTNOTES,
              Remarks.of(
                  "catatan kaki di kolom kunci mengakhiri tabel: " + footnotes.shown(),
                  "footnotes in the column of the key end the table: " + footnotes.shown())));
    }
    return lines;
  }

  private static Line line(String pattern, Text remark) {
    return new Line("[default, " + Yaml.text("/" + pattern + "/i") + "]", List.of(remark));
  }
}
