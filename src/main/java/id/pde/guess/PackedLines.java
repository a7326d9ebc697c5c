package id.pde.guess;

import id.pde.guess.Tables.Table;
import id.pde.model.Header;
import id.pde.model.Row;
import id.pde.model.Text;
import java.util.List;
import java.util.Optional;

/**
 * Lines of a CSV file that were saved into a workbook with all their fields in one cell: the file
 * was opened with another delimiter than its own.
 */
final class PackedLines {

  private static final String SIGNS = ";,|\t";

  /** One comma may stand in any heading. */
  private static final int LEAST = 2;

  private PackedLines() {}

  /** What to say of them; empty where the cells hold one value each. */
  static Optional<Text> in(List<Table> tables) {
    Table table = tables.get(0);
    Header header = table.header();
    if (header.origin() != Header.Origin.SHEET || header.fields().size() != 1) {
      return Optional.empty();
    }
    String heading = header.fields().get(0).heading();
    return SIGNS
        .chars()
        .filter(sign -> count(heading, sign) >= LEAST && isPacked(table, sign, heading))
        .mapToObj(sign -> sign == '\t' ? "tab" : String.valueOf((char) sign))
        .findFirst()
        .map(
            sign ->
                Remarks.of(
                    "tiap sel tampaknya memuat satu baris CSV dengan pemisah \""
                        + sign
                        + "\"; minta berkas CSV aslinya, atau bagi kolomnya dahulu",
                    "each cell seems to hold a line of CSV with the delimiter \""
                        + sign
                        + "\"; ask for the CSV itself, or divide the column first"));
  }

  private static boolean isPacked(Table table, int sign, String heading) {
    long alike = table.first().stream().filter(row -> has(row, sign, count(heading, sign))).count();
    return 10 * alike >= 8L * table.first().size();
  }

  private static boolean has(Row row, int sign, long least) {
    String text = row.text(0);
    return text != null && count(text, sign) >= least;
  }

  private static long count(String text, int sign) {
    return text.chars().filter(one -> one == sign).count();
  }
}
