package id.pde.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keeps rows that a route hands over as a file that {@link Delivery.Form#ROWS} names. */
public interface RowsSpool {

  /** Begins a new file; equal rows give equal bytes. */
  Spool open(Path file);

  /** One file being written, by one thread. */
  interface Spool extends AutoCloseable {

    /**
     * Adds a record; keys that no record had before become further columns.
     *
     * @throws SourceUnreadable where a value is none that a file can hold (bytes), or where records
     *     and lists are mixed
     */
    void add(Map<String, ?> row);

    /** Adds a row of a table that carries its own headings, or none. */
    void add(List<?> row);

    /**
     * Begins a table whose columns are all known; only {@link #row} follows.
     *
     * @param types as the database names them, for those who look into the file
     */
    default void columns(List<String> names, List<String> types) {
      throw new UnsupportedOperationException("this spool takes no tables");
    }

    /** Adds a row of that table, cell by cell. */
    default void row(RowGiver row) {
      throw new UnsupportedOperationException("this spool takes no tables");
    }

    /** How many rows were added. */
    long rows();

    @Override
    void close();
  }

  /** Gives the cells of one row, one for each column. */
  @FunctionalInterface
  interface RowGiver {
    void give(Cells cells);
  }

  /** Takes the cells of a row. */
  interface Cells {

    /** Nothing there. */
    void none();

    void words(String text);

    /** A plain decimal, as in {@code -12.50}. */
    void digits(String plain);

    void flag(boolean value);

    /** A date, a time, both, or both with an offset: ISO 8601, of a day that there is. */
    void moment(String iso);
  }
}
