package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heading of one column, from the top.
 *
 * @param column from 0
 */
record HeadingPath(int column, List<Part> parts) {

  /**
   * The text of one cell.
   *
   * @param row position of the cell
   * @param cell column of the cell, from 0
   * @param date what a date cell holds; null: other cells
   */
  record Part(String text, int row, int cell, @Nullable LocalDate date) {

    static Part of(HeadingGrid grid, int row, int column) {
      return new Part(grid.text(row, column), row, column, date(grid, row, column));
    }

    private static @Nullable LocalDate date(HeadingGrid grid, int row, int column) {
      GridRow line = grid.row(row);
      if (line.isText() || !(line.cell(column) instanceof Cell.Moment moment)) {
        return null;
      }
      if (moment.value() instanceof LocalDateTime time) {
        return time.toLocalDate();
      }
      return moment.value() instanceof LocalDate day ? day : null;
    }
  }

  HeadingPath {
    parts = List.copyOf(parts);
  }

  /** The parts joined; the same text below itself counts once. */
  String joined() {
    return joined(parts.stream().map(Part::text).toList());
  }

  static String joined(List<String> texts) {
    List<String> different = new ArrayList<>();
    for (String text : texts) {
      int last = different.size() - 1;
      if (!text.isEmpty()
          && (last < 0 || !Headings.form(text).equals(Headings.form(different.get(last))))) {
        different.add(text);
      }
    }
    return different.stream().collect(Collectors.joining(" / "));
  }
}
