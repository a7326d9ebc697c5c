package id.pde.guess;

import id.pde.model.Cell;
import id.pde.run.GridSource;
import id.pde.source.layout.Tidy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first records of a text file, to tell whether it has headings. */
final class TextSample {

  private static final int ROWS = 200;
  private static final int ENOUGH = 3;

  private final List<Cell[]> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private TextSample() {}

  static TextSample of(GridSource grids, Path file) {
    TextSample sample = new TextSample();
    try {
      grids.raw(file, 0, sample::take);
    } catch (Look.Enough enough) {
      // The rows so far are all that is wanted.
    }
    return sample;
  }

  private void take(long line, Cell[] cells) {
    if (cells.length == 0) {
      return;
    }
    rows.add(cells);
    lines.add(line);
    if (rows.size() == ROWS) {
      throw new Look.Enough();
    }
  }

  /** How many fields most records have; trailing empty ones do not count. */
  int width() {
    Map<Integer, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.length, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /**
   * Whether the first usual record holds data: long numbers or dates where those below have them.
   *
   * @param headings the line that is taken for the headings
   */
  boolean lacksHeadings(long headings) {
    int width = width();
    int first = 0;
    while (first < rows.size() && (rows.get(first).length < width || lines.get(first) < headings)) {
      if (lines.get(first) >= headings && rows.get(first).length < width && headingsFit(first)) {
        return false;
      }
      first++;
    }
    if (rows.size() - first <= ENOUGH) {
      return false;
    }
    int values = 0;
    int filled = 0;
    for (int column = 0; column < width; column++) {
      String text = text(rows.get(first), column);
      filled += text.isEmpty() ? 0 : 1;
      values += isValue(text) && mostlyValues(first + 1, column) ? 1 : 0;
    }
    return values > 0 && 3 * values >= filled;
  }

  /** A row of headings may end early; one that holds long numbers is none. */
  private boolean headingsFit(int row) {
    for (int column = 0; column < rows.get(row).length; column++) {
      if (isValue(text(rows.get(row), column))) {
        return false;
      }
    }
    return true;
  }

  private boolean mostlyValues(int from, int column) {
    int alike = 0;
    for (int i = from; i < rows.size(); i++) {
      alike += isValue(text(rows.get(i), column)) ? 1 : 0;
    }
    return 2 * alike > rows.size() - from;
  }

  private static String text(Cell[] row, int column) {
    return column < row.length ? Tidy.line(row[column].text()) : "";
  }

  /** A longer number or a date; years, months and days are headings, too. */
  private static boolean isValue(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    return digits >= 5 && text.chars().noneMatch(Character::isLetter);
  }
}
