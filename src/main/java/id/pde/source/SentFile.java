package id.pde.source;

import id.pde.model.Cell;
import java.io.IOException;
import java.nio.file.Path;

/** Takes a delivery as its sender made it, so that it can be given back. */
public interface SentFile {

  /**
   * It is an Office Open XML workbook.
   *
   * @param plain without its password; not there any more when this returns
   * @param lock puts the password on again
   */
  void workbook(Path plain, Lock lock) throws IOException;

  /**
   * It is something else: its sheets come one after the other. A text is one sheet without a name.
   *
   * @param index from 0
   * @param records whether row 1 holds the headings, and record n stands in row n + 1
   */
  Rows sheet(int index, String name, boolean records);

  /** Takes the rows of a sheet. */
  interface Rows {
    /**
     * A row that holds something, in order.
     *
     * @param number from 1; of a text the physical line where it starts
     */
    void row(long number, Cell[] cells);
  }

  /** Writes a copy of a workbook under the password of the one that was sent. */
  interface Lock {
    /** The workbook was under no password. */
    Lock NONE =
        (plain, locked) -> {
          throw new IllegalStateException("nothing to lock");
        };

    void lock(Path plain, Path locked) throws IOException;
  }
}
