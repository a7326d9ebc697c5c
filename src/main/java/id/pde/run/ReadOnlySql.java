package id.pde.run;

import id.pde.model.Issue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SQL statement of an analyst: read-only, limited in time, streamed, never cut. */
public interface ReadOnlySql {

  /**
   * Runs one statement in a read-only transaction.
   *
   * @return null when all rows were given; else why not: the statement is wrong, wants to write, or
   *     took too long
   * @throws TargetUnavailable when the database is away
   */
  @Nullable Issue query(String statement, Duration limit, ResultVisitor visitor);

  /** Takes a result. */
  interface ResultVisitor {

    /** Comes once, before the rows. */
    void columns(List<Column> columns);

    /** One value per column as text; null: no value. Times carry their offset. */
    void row(List<@Nullable String> values);
  }

  /** A column of a result. */
  record Column(String name, Kind kind) {
    /** How its values are written. */
    public enum Kind {
      NUMBER,
      BOOLEAN,
      /** {@code yyyy-MM-dd}. */
      DATE,
      TEXT
    }
  }
}
