package id.pde.warehouse.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Waits for the turn of migrating; the turn ends with the connection. */
final class MigrationTurn {

  /** "pdemigra" in ASCII; advisory locks are numbers that all programs of a database share. */
  private static final long LOCK = 0x7064_656d_6967_7261L;

  private static final String ATTEMPT = "SELECT pg_try_advisory_lock(" + LOCK + ")";
  private static final long PAUSE_MILLIS = 100;

  private MigrationTurn() {}

  /**
   * Asks again and again: a statement that waits would hold a snapshot, and CREATE INDEX
   * CONCURRENTLY in the other's migration would wait for it in turn (flyway/flyway#1654).
   */
  static void take(Connection connection) throws SQLException {
    while (!taken(connection)) {
      try {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted while another process migrates", "57014", interrupted);
      }
    }
  }

  private static boolean taken(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(ATTEMPT)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
