package id.pde.source;

/** Numbers of rows, shown as ranges: {@code 5-7, 12}; the first of them only. */
final class RowRanges {

  private static final int SHOWN = 10;

  private final StringBuilder shown = new StringBuilder();
  private int ranges;
  private long count;
  private long first;
  private long from;
  private long last = -1;

  /** Adds a row; they come in order. */
  void add(long row) {
    first = count++ == 0 ? row : first;
    if (row != last + 1) {
      close();
      from = row;
    }
    last = row;
  }

  private void close() {
    if (last < 0) {
      return;
    }
    if (ranges++ < SHOWN) {
      shown.append(ranges > 1 ? ", " : "").append(from);
      if (last > from) {
        shown.append('-').append(last);
      }
    } else if (ranges == SHOWN + 1) {
      shown.append(", ...");
    }
    last = -1;
  }

  long count() {
    return count;
  }

  /** The first row; 0: there is none. */
  long first() {
    return first;
  }

  /** Asked once, after the last row. */
  String shown() {
    close();
    return shown.toString();
  }
}
