package id.pde.warehouse.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Advisory locks of the publishing transaction: one names the table, one the run, so that whoever
 * finds the table taken can say by which run.
 */
final class Locks {

  /**
   * "pdet" and "pder" in ASCII; advisory locks are numbers that all programs of a database share.
   */
  private static final int TABLES = 0x7064_6574;

  private static final int RUNS = 0x7064_6572;

  private static final String HOLDER =
      """
      SELECT r.objid::bigint
        FROM pg_locks t
        JOIN pg_locks r ON r.pid = t.pid AND r.database = t.database AND r.locktype = t.locktype
       WHERE t.locktype = 'advisory' AND t.granted AND r.granted
         AND t.database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND t.classid = ?::bigint::oid AND t.objid = ?::bigint::oid AND t.objsubid = 2
         AND r.classid = ?::bigint::oid AND r.objsubid = 2
      """;

  private Locks() {}

  /** Takes the table until the transaction ends, or says that somebody has it. */
  static boolean takeTable(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?, ?)")) {
      statement.setInt(1, TABLES);
      statement.setInt(2, table.hashCode());
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Shows which run the transaction is; waits for an earlier transaction of the same run. */
  static void takeRun(Connection connection, long run) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      statement.setInt(1, RUNS);
      statement.setInt(2, (int) run);
      statement.execute();
    }
  }

  /** The run that has the table; 0 where nobody says so. */
  static long holder(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
      statement.setLong(1, Integer.toUnsignedLong(TABLES));
      statement.setLong(2, Integer.toUnsignedLong(table.hashCode()));
      statement.setLong(3, Integer.toUnsignedLong(RUNS));
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() ? answer.getLong(1) : 0;
      }
    }
  }
}
