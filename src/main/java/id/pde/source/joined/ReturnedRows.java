package id.pde.source.joined;

import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.run.SourceUnreadable;
import id.pde.run.resubmit.ResubmissionFaults;
import id.pde.run.resubmit.RowMark;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the marks of the rows of a workbook that came back: each row that was given out is there
 * once, and no row with values lacks its mark. Used by one thread, for one reading.
 */
final class ReturnedRows {

  private final Taker taker;
  private final Map<Integer, Marks> bySheet = new HashMap<>();
  private final Set<Integer> ended = new HashSet<>();
  private String title = "";
  private boolean marked;
  private long bare;

  /** Takes marked rows, in the order of the workbook. */
  interface Taker {
    void row(RowMark mark, Cell[] cells);
  }

  /** What the marks of one sheet of the delivery say. */
  private static final class Marks {
    private final BitSet there = new BitSet();
    private final BitSet before = new BitSet();
    private String title = "";
  }

  ReturnedRows(Taker taker) {
    this.taker = taker;
  }

  /** A sheet begins. */
  void sheet(String name) {
    title = name;
    marked = false;
    bare = 0;
  }

  /** A row that holds something. */
  void row(long number, Cell[] cells) {
    Optional<RowMark> found = Optional.empty();
    int width = 0;
    boolean filled = false;
    for (int column = 0; column < cells.length; column++) {
      Cell cell = cells[column];
      if (cell instanceof Cell.Blank) {
        continue;
      }
      Optional<RowMark> mark =
          RowMark.isColumn(column) ? RowMark.parse(cell.text()) : Optional.empty();
      if (mark.isPresent()) {
        found = mark;
      } else {
        width = column + 1;
        filled |= !cell.text().isBlank();
      }
    }
    if (found.isEmpty()) {
      if (filled) {
        unmarked(number);
      }
      return;
    }
    if (!marked && bare > 0) {
      throw new SourceUnreadable(ResubmissionFaults.unmarked(place(bare)), null);
    }
    marked = true;
    take(found.get(), number, Arrays.copyOf(cells, width));
  }

  /** Sheets without any mark are the sender's own remarks. */
  private void unmarked(long number) {
    if (marked) {
      throw new SourceUnreadable(ResubmissionFaults.unmarked(place(number)), null);
    }
    bare = bare == 0 ? number : bare;
  }

  private void take(RowMark mark, long number, Cell[] cells) {
    Marks marks = bySheet.computeIfAbsent(mark.sheet(), any -> new Marks());
    marks.title = title;
    marks.before.set(mark.before());
    if (mark.row() == 0) {
      if (filled(cells)) {
        throw new SourceUnreadable(ResubmissionFaults.unmarked(place(number)), null);
      }
      ended.add(mark.sheet());
      return;
    }
    if (marks.there.get(mark.row())) {
      throw new SourceUnreadable(ResubmissionFaults.doubled(place(number), mark.row()), null);
    }
    marks.there.set(mark.row());
    taker.row(mark, cells);
  }

  private static boolean filled(Cell[] cells) {
    return Arrays.stream(cells).anyMatch(cell -> !cell.text().isBlank());
  }

  private Location place(long number) {
    return new Location.SheetCell(title, number, 0);
  }

  /**
   * Ends the workbook.
   *
   * @param sheets how many with marked rows were given out
   */
  void end(String name, int sheets) {
    for (Marks marks : bySheet.values()) {
      BitSet missing = (BitSet) marks.before.clone();
      missing.clear(0);
      missing.andNot(marks.there);
      int row = missing.nextSetBit(1);
      if (row > 0) {
        Location place = new Location.SheetCell(marks.title, row, 0);
        throw new SourceUnreadable(ResubmissionFaults.missing(place, row), null);
      }
    }
    if (ended.size() != sheets) {
      throw new SourceUnreadable(
          ResubmissionFaults.sheets(name, Math.max(1, sheets - ended.size())), null);
    }
  }
}
