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

    /** How many rows were added. */
    long rows();

    @Override
    void close();
  }
}
