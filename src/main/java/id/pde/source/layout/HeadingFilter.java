package id.pde.source.layout;

import id.pde.model.Field;
import id.pde.model.Header;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is no data from the rows below the headings: the numbering row, and the headings
 * again, as tables printed over several pages have them. Used by one thread.
 */
final class HeadingFilter {

  private static final Pattern UNIT = Pattern.compile("\\([^()\\d]{1,20}\\d?\\)");

  private final TableRows table;
  private final List<Field> fields;

  /** The rows of headings as they stand in the file; none where there are none. */
  private final List<GridRow> headings;

  private final boolean numbered;
  private final NextTable next;
  private boolean afterHeadings = true;
  private @Nullable GridRow numbering;

  /** Which of the rows of headings would come next. */
  private int expected;

  HeadingFilter(TableRows table, Header header, List<GridRow> headings, NextTable next) {
    this.table = table;
    this.next = next;
    this.fields = header.fields();
    this.headings = headings;
    this.numbered = !headings.isEmpty() && isWrittenByPeople(header);
  }

  /** Databases and programs do not number their columns; theirs stand in no row of the file. */
  private static boolean isWrittenByPeople(Header header) {
    return switch (header.origin()) {
      case TEXT, SHEET -> header.line() > 0;
      case QUERY, JSON, JSON_LINES -> false;
    };
  }

  /** Takes a row that is not blank. */
  void row(GridRow row, int firstFilled) {
    if (row.deleted()) {
      table.row(row, firstFilled);
      return;
    }
    GridRow candidate = numbering;
    if (candidate != null) {
      numbering = null;
      if (!NumberingRow.isConfirmed(candidate, row, fields)) {
        table.row(candidate, candidate.firstFilled());
      }
    }
    if (isHeadings(row, firstFilled)) {
      return;
    }
    if (afterHeadings && numbered) {
      if (isUnits(row)) {
        return;
      }
      afterHeadings = false;
      if (isNumbering(row)) {
        return;
      }
    }
    data(row, firstFilled);
  }

  private void data(GridRow row, int firstFilled) {
    if (table.hasEnded()) {
      table.row(row, firstFilled);
      return;
    }
    switch (next.see(row, firstFilled)) {
      case WAITS -> {}
      case BEGINS -> table.leave();
      case DATA -> {
        release();
        table.row(row, firstFilled);
      }
    }
  }

  private void release() {
    next.release(title -> table.row(title, title.firstFilled()));
  }

  /** A row like (Rp) (Rp) (%): it says how the columns below are measured. */
  private boolean isUnits(GridRow row) {
    int units = 0;
    for (int column = 0; column < row.width(); column++) {
      if (row.filled(column)) {
        if (!UNIT.matcher(Tidy.line(row.text(column))).matches()) {
          return false;
        }
        units++;
      }
    }
    return units > 0 && !row.filled(fields.get(0).column() - 1);
  }

  private boolean isNumbering(GridRow row) {
    return switch (NumberingRow.of(row, fields)) {
      case NO -> false;
      case MARKED -> true;
      case BARE -> {
        numbering = row;
        yield true;
      }
    };
  }

  private boolean isHeadings(GridRow row, int firstFilled) {
    if (headings.isEmpty()) {
      return false;
    }
    if (expected > 0 && repeats(headings.get(expected), row, firstFilled)) {
      expected = (expected + 1) % headings.size();
      afterHeadings = expected == 0;
      return true;
    }
    expected = 0;
    if (!repeats(headings.get(0), row, firstFilled)) {
      return false;
    }
    expected = 1 % headings.size();
    afterHeadings = expected == 0;
    next.continued(row);
    table.resume(row.number());
    return true;
  }

  /** Whether a row holds the same texts; one text alone must be one of several rows. */
  private boolean repeats(GridRow line, GridRow row, int firstFilled) {
    if (firstFilled >= line.width() || !row.text(firstFilled).equals(line.text(firstFilled))) {
      return false;
    }
    int equal = 0;
    for (Field field : fields) {
      int column = field.column() - 1;
      if (!Tidy.line(row.text(column)).equals(Tidy.line(line.text(column)))) {
        return false;
      }
      equal += line.filled(column) ? 1 : 0;
    }
    return equal > 1 || (equal == 1 && headings.size() > 1);
  }

  /** Ends the table. */
  void end() {
    GridRow candidate = numbering;
    numbering = null;
    if (candidate != null && fields.size() < 4) {
      table.row(candidate, candidate.firstFilled());
    }
    release();
    table.end(next.notes());
  }
}
