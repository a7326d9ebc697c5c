package id.pde.warehouse.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those apart who change the state of rows in quarantine: one at a time, and nobody decides
 * over rows that a run is reading again.
 */
public final class DecidingTurn {

  /**
   * "pdequara" and "pdeq" in ASCII; advisory locks are numbers that all programs of a database
   * share.
   */
  private static final String ALL = "8098709567894024801";

  private static final int READING = 0x7064_6571;

  private static final String READ =
      """
      SELECT min(wanted.run)
        FROM unnest(?) AS wanted (run)
        JOIN pg_locks l ON l.objid = (wanted.run & 4294967295)::oid
       WHERE l.locktype = 'advisory' AND l.granted AND l.classid = ?::bigint::oid AND l.objsubid = 2
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  private DecidingTurn() {}

  /** Waits until nobody else changes states; it is kept until the transaction ends. */
  public static void take(Connection connection) throws SQLException {
    execute(connection, "SELECT pg_advisory_xact_lock(" + ALL + ")");
  }

  /** Rows of a run are going to be read again by this transaction. */
  public static void read(Connection connection, long run) throws SQLException {
    execute(connection, "SELECT pg_advisory_lock(" + ALL + ")");
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      statement.setInt(1, READING);
      statement.setInt(2, (int) run);
      statement.execute();
    } finally {
      execute(connection, "SELECT pg_advisory_unlock(" + ALL + ")");
    }
  }

  /** The first of some runs whose rows are read again at this moment; null: none. */
  public static @Nullable Long reading(Connection connection, Collection<Long> runs)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
      statement.setLong(2, READING);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long run = row.getLong(1);
        return row.wasNull() ? null : run;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
