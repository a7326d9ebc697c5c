package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The heading of one column, from the top.
 *
 * @param column from 0
 */
record HeadingPath(int column, List<Part> parts) {

  private static final int LEAP_YEAR = 2000;
  private static final int LONGEST_DATE = 8;
  private static final Pattern SAVED =
      Pattern.compile("(\\d{1,2})-(\\p{L}{3,4})|(\\p{L}{3,4})-(\\d{1,2})");

  /**
   * The text of one cell.
   *
   * @param row position of the cell
   * @param cell column of the cell, from 0
   * @param date what a date cell holds, or a text like "14-Okt" that a date cell was saved as;
   *     null: others
   */
  record Part(String text, int row, int cell, @Nullable LocalDate date) {

    static Part of(HeadingGrid grid, int row, int column) {
      return new Part(grid.text(row, column), row, column, date(grid, row, column));
    }

    private static @Nullable LocalDate date(HeadingGrid grid, int row, int column) {
      GridRow line = grid.row(row);
      if (line.isText() || !(line.cell(column) instanceof Cell.Moment moment)) {
        return savedDate(grid.text(row, column));
      }
      if (moment.value() instanceof LocalDateTime time) {
        return time.toLocalDate();
      }
      return moment.value() instanceof LocalDate day ? day : null;
    }

    private static @Nullable LocalDate savedDate(String text) {
      Matcher saved = SAVED.matcher(text);
      if (text.length() > LONGEST_DATE || !saved.matches()) {
        return null;
      }
      boolean dayFirst = saved.group(1) != null;
      int month = DateReadings.month(saved.group(dayFirst ? 2 : 3));
      int day = Integer.parseInt(saved.group(dayFirst ? 1 : 4));
      boolean exists =
          month > 0 && day > 0 && day <= YearMonth.of(LEAP_YEAR, month).lengthOfMonth();
      return exists ? LocalDate.of(LEAP_YEAR, month, day) : null;
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
