package id.pde.warehouse.publish;

import id.pde.warehouse.ledger.DecidingTurn;
import id.pde.warehouse.ledger.OpenCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which runs stand. Taking back what took a run back puts that run in force again, and so on down
 * the chain; rows in quarantine wait for as long as their run stands.
 */
final class UndoLedger {

  /** Rows that a load took out of the waiting ones of an earlier run, which still stands. */
  private static final String WAIT_AGAIN =
      """
      UPDATE pde.%s q SET settled_by = NULL FROM pde.run r JOIN pde.run before ON before.run = r.related
       WHERE r.run = ? AND r.undoes IS NULL AND before.undone_by IS NULL
         AND q.run = r.related AND q.settled_by = r.run
      """;

  /** Of the rows those that it read: others may have been set aside at the time. */
  private static final String SETTLE_AGAIN =
      """
      UPDATE pde.quarantine q SET settled_by = r.run FROM pde.run r
       WHERE r.run = ? AND r.undoes IS NULL AND q.run = r.related AND q.settled_by IS NULL
         AND r.run = ANY (q.read_by)
      """;

  private static final String SETTLE_VALUES_AGAIN =
      """
      UPDATE pde.unmatched q SET settled_by = r.run FROM pde.run r
       WHERE r.run = ? AND r.undoes IS NULL AND q.run = r.related AND q.settled_by IS NULL
      """;

  private static final String TOUCHED =
      """
      SELECT run FROM pde.run WHERE run = ?
      UNION SELECT related FROM pde.run WHERE run = ? AND related IS NOT NULL
      """;

  private final Connection connection;

  UndoLedger(Connection connection) {
    this.connection = connection;
  }

  void take(long run, long by) throws SQLException {
    DecidingTurn.take(connection);
    update("UPDATE pde.run SET undoes = ? WHERE run = ?", run, by);
    fall(run, by);
    long above = run;
    long below = undone(run);
    boolean stands = true;
    while (below != 0) {
      if (stands) {
        rise(below, above);
      } else {
        fall(below, above);
      }
      stands = !stands;
      above = below;
      below = undone(below);
    }
  }

  private void fall(long run, long by) throws SQLException {
    update("UPDATE pde.run SET undone_by = ? WHERE run = ?", by, run);
    update(
        "UPDATE pde.quarantine SET settled_by = ? WHERE run = ? AND settled_by IS NULL", by, run);
    update("UPDATE pde.unmatched SET settled_by = ? WHERE run = ? AND settled_by IS NULL", by, run);
    both(WAIT_AGAIN, run);
    Superseding.undone(connection, run);
    recount(run);
  }

  private void rise(long run, long by) throws SQLException {
    update("UPDATE pde.run SET undone_by = NULL WHERE run = ? AND undone_by = ?", run, by);
    update("UPDATE pde.quarantine SET settled_by = NULL WHERE run = ? AND settled_by = ?", run, by);
    update("UPDATE pde.unmatched SET settled_by = NULL WHERE run = ? AND settled_by = ?", run, by);
    update(SETTLE_AGAIN, run);
    update(SETTLE_VALUES_AGAIN, run);
    Superseding.again(connection, run);
    recount(run);
  }

  /** The run that a run took back; 0: it is a run of a delivery. */
  private long undone(long run) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT undoes FROM pde.run WHERE run = ?")) {
      statement.setLong(1, run);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void both(String sql, long run) throws SQLException {
    for (String table : List.of("quarantine", "unmatched")) {
      update(sql.formatted(table), run);
    }
  }

  private void recount(long run) throws SQLException {
    List<Long> runs = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TOUCHED)) {
      statement.setLong(1, run);
      statement.setLong(2, run);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.add(row.getLong(1));
        }
      }
    }
    OpenCounts.again(connection, runs);
  }

  private void update(String sql, long run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, run);
      statement.executeLargeUpdate();
    }
  }

  private void update(String sql, long first, long second) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, first);
      statement.setLong(2, second);
      statement.executeLargeUpdate();
    }
  }
}
