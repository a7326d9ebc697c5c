package id.pde.run.pull;

import id.pde.model.Issue;
import id.pde.run.RowsSpool;
import id.pde.run.SourceUnreadable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a pull, asked for when the first one is wanted and never held together. Used by one
 * thread.
 */
public interface PulledRows extends Iterator<Map<String, @Nullable Object>>, AutoCloseable {

  /** The name of the connection that they come from. */
  String connection();

  /**
   * Writes all rows that are left.
   *
   * @throws SourceUnreadable where the database cannot be asked or does not give all rows
   */
  void copyTo(RowsSpool.Spool spool);

  /** About the rows as a whole: columns that were left out. */
  List<Issue> notes();

  /** Lets the connection go; it never commits. */
  @Override
  void close();
}
