package id.pde.run.resubmit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark that a copied row carries in a hidden column: the sheet and row of the delivery that it
 * is of, and the row before it among the copied ones, so that one that is missing can be named. The
 * last one of a sheet is of no row.
 *
 * @param sheet of the delivery, from 0
 * @param row of the sheet, from 1; 0: this is the end of the sheet's rows
 * @param before 0: there is none
 */
public record RowMark(int sheet, int row, int before) {

  /** From 0; the first that the cells of a row do not reach holds its mark. */
  private static final int[] COLUMNS = {255, 1023, 16_383};

  private static final Pattern WRITTEN = Pattern.compile("PDE:(\\d{1,5}):(\\d{1,7})<(\\d{1,7})");

  /** The column, from 0, for the mark of a row of so many cells; -1: there is no room. */
  public static int column(int width) {
    for (int column : COLUMNS) {
      if (width <= column) {
        return column;
      }
    }
    return -1;
  }

  /** Whether marks may stand in a column, from 0. */
  public static boolean isColumn(int column) {
    for (int one : COLUMNS) {
      if (one == column) {
        return true;
      }
    }
    return false;
  }

  /** As it stands in the cell. */
  public String text() {
    return "PDE:" + sheet + ":" + row + "<" + before;
  }

  /** Empty: it is no mark. */
  public static Optional<RowMark> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new RowMark(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(written.group(2)),
                Integer.parseInt(written.group(3))))
        : Optional.empty();
  }
}
