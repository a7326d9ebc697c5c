package id.pde.warehouse.publish;

import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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
    Questions questions = new Questions();
    Answer<Boolean> taken = takeTable(questions, table);
    questions.send(connection);
    return taken.get();
  }

  /** As {@link #takeTable(Connection, String)}, together with other questions. */
  static Answer<Boolean> takeTable(Questions questions, String table) {
    return questions.whether(
        "SELECT pg_try_advisory_xact_lock(?, ?)", List.of(TABLES, table.hashCode()));
  }

  /** Shows which run the transaction is; waits for an earlier transaction of the same run. */
  static void takeRun(Connection connection, long run) throws SQLException {
    Questions questions = new Questions();
    Answer<Boolean> unused = takeRun(questions, run);
    questions.send(connection);
  }

  /** As {@link #takeRun(Connection, long)}, together with other questions. */
  static Answer<Boolean> takeRun(Questions questions, long run) {
    return questions.ask(
        "SELECT pg_advisory_xact_lock(?, ?)", List.of(RUNS, (int) run), ResultSet::next);
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
