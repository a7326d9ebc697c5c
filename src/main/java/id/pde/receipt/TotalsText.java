package id.pde.receipt;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.FileNames;
import id.pde.run.total.RegionTotals;
import id.pde.run.total.RegionTotals.Part;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Totals by kecamatan as a table of plain text, for the sender to check against. */
final class TotalsText {

  /** What still fits a line of text; the JSON has all. */
  private static final int COLUMNS = 6;

  /** More than any regency or city of Java and Bali has. */
  private static final int PARTS = 60;

  private static final Text HEADING =
      new Text("Jumlah per kecamatan, untuk dicocokkan", "Totals by kecamatan, to check against");
  private static final Text NOWHERE = new Text("tanpa kecamatan", "no kecamatan");
  private static final Text WHOLE = new Text("seluruhnya", "all together");
  private static final Text ROWS = new Text("baris", "rows");
  private static final String GAP = "  ";

  private TotalsText() {}

  /** The lines of the table; none where there are no totals. */
  static List<String> lines(RegionTotals totals, Language language) {
    if (totals.isEmpty()) {
      return List.of();
    }
    List<List<String>> table = new ArrayList<>();
    table.add(head(totals, language));
    totals.parts().stream()
        .limit(PARTS)
        .forEach(part -> table.add(row(part, name(part, language), language)));
    if (totals.parts().size() > 1) {
      table.add(row(totals.whole(), WHOLE.in(language), language));
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(HEADING.in(language) + ":");
    lines.addAll(aligned(table));
    int columns = totals.columns().size() - COLUMNS;
    int parts = totals.parts().size() - PARTS;
    if (columns > 0 || parts > 0) {
      lines.add(GAP + more(Math.max(0, parts), Math.max(0, columns)).in(language));
    }
    return lines;
  }

  private static Text more(int parts, int columns) {
    String id = parts > 0 ? parts + " kecamatan" : "";
    String en = parts > 0 ? parts + " more kecamatan" : "";
    if (columns > 0) {
      id += (id.isEmpty() ? "" : " dan ") + columns + " kolom";
      en +=
          (en.isEmpty() ? "" : " and ")
              + columns
              + (columns > 1 ? " more columns" : " more column");
    }
    return new Text("(" + id + " lagi ada di berkas .json)", "(" + en + ": see the .json file)");
  }

  private static List<String> head(RegionTotals totals, Language language) {
    List<String> head = new ArrayList<>(List.of("kecamatan", ROWS.in(language)));
    totals.columns().stream()
        .limit(COLUMNS)
        .forEach(column -> head.add(FileNames.shown(column.title().in(language))));
    return head;
  }

  private static List<String> row(Part part, String name, Language language) {
    List<String> row =
        new ArrayList<>(List.of(name, shown(BigDecimal.valueOf(part.rows()), language)));
    part.sums().stream().limit(COLUMNS).forEach(sum -> row.add(shown(sum, language)));
    return row;
  }

  private static String name(Part part, Language language) {
    String name = part.name();
    return name == null ? NOWHERE.in(language) : FileNames.shown(name);
  }

  private static List<String> aligned(List<List<String>> table) {
    int[] widths = new int[table.get(0).size()];
    for (List<String> row : table) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return table.stream().map(row -> aligned(row, widths)).toList();
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(GAP);
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + pad : GAP + pad + row.get(i));
    }
    return line.toString();
  }

  private static String shown(@Nullable BigDecimal amount, Language language) {
    if (amount == null) {
      return "-";
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.US);
    if (language == Language.ID) {
      symbols.setGroupingSeparator('.');
      symbols.setDecimalSeparator(',');
    }
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(Math.max(0, amount.scale()));
    return format.format(amount);
  }
}
