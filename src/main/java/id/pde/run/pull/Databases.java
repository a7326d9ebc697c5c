package id.pde.run.pull;

import id.pde.run.SourceUnreadable;

/** The databases of the agencies, by the names that routes use. Safe for use by many threads. */
public interface Databases {

  /**
   * The rows of a pull. Nothing is asked before the first is wanted.
   *
   * @throws SourceUnreadable where there is no such connection, or the statement is none that only
   *     reads
   */
  PulledRows pull(Pull pull);
}
