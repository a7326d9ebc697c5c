package id.pde.source.layout;

import id.pde.mapping.TableForm.End;
import id.pde.model.Header;

/**
 * One table of a grid, or one repetition of it beside the others: the columns that it takes and
 * where its rows go. Used by one thread.
 */
final class TablePart {

  private final Columns columns;
  private final boolean whole;
  private final HeadingFilter filter;
  private final TableRows rows;
  private final End end;

  /** The last line of the last row that was not blank. */
  private long last;

  /**
   * Which columns a table takes.
   *
   * @param first from 0
   * @param last from 0, included
   */
  record Columns(int first, int last) {
    static final Columns ALL = new Columns(0, Integer.MAX_VALUE);
  }

  TablePart(Columns columns, HeadingFilter filter, TableRows rows, End end) {
    this.columns = columns;
    this.whole = columns.equals(Columns.ALL);
    this.filter = filter;
    this.rows = rows;
    this.end = end;
  }

  /** The header of the rows that are shown. */
  Header header() {
    return rows.header();
  }

  /** Takes the next row of the grid, which may be blank. */
  void row(GridRow row, int firstFilled) {
    if (whole) {
      inside(row, firstFilled);
      return;
    }
    GridRow own = row.within(columns.first(), columns.last());
    inside(own, own.firstFilled());
  }

  private void inside(GridRow row, int firstFilled) {
    if (end == End.BLANK_ROW) {
      endAtGap(row, firstFilled);
    }
    if (firstFilled >= 0) {
      filter.row(row, firstFilled);
    }
  }

  private void endAtGap(GridRow row, int firstFilled) {
    if (firstFilled >= 0 && row.number() <= last + 1) {
      last = row.lastNumber();
      return;
    }
    if (last > 0 && rows.hasRows()) {
      rows.stop();
    }
    last = firstFilled >= 0 ? row.lastNumber() : last;
  }

  void end() {
    filter.end();
  }
}
