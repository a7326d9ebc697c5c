package id.pde.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns that line up; numbers to the right. */
final class Table {

  private final PrintWriter out;
  private final List<String[]> rows = new ArrayList<>();

  Table(PrintWriter out) {
    this.out = out;
  }

  void row(String... cells) {
    rows.add(cells);
  }

  void print() {
    if (rows.isEmpty()) {
      return;
    }
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    boolean[] numbers = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      numbers[column] = rows.size() > 1;
      for (int row = 0; row < rows.size(); row++) {
        String cell = rows.get(row)[column];
        widths[column] = Math.max(widths[column], cell.codePointCount(0, cell.length()));
        numbers[column] &= row == 0 || cell.isEmpty() || isNumber(cell);
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String blanks =
            " ".repeat(widths[column] - row[column].codePointCount(0, row[column].length()));
        line.append(column == 0 ? "" : "  ");
        line.append(numbers[column] ? blanks + row[column] : row[column] + blanks);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static boolean isNumber(String cell) {
    return cell.chars().allMatch(sign -> Character.isDigit(sign) || sign == '.' || sign == '-');
  }
}
