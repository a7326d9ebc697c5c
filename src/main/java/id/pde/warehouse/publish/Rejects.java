package id.pde.warehouse.publish;

import id.pde.run.Warehouse.WaitingRow;
import id.pde.warehouse.ledger.DecidingTurn;
import id.pde.warehouse.ledger.OpenCounts;
import id.pde.warehouse.ledger.RowStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of rows that wait in quarantine and are read again. */
final class Rejects {

  private static final String WAITING =
      "SELECT ordinal, place FROM pde.quarantine q WHERE run = ? AND "
          + RowStates.OPEN
          + " ORDER BY ordinal";

  private static final String LATER =
      """
      SELECT max(later.run) FROM pde.run later JOIN pde.run this ON this.mapping = later.mapping
       WHERE this.run = ? AND later.run > this.run AND later.undone_by IS NULL
         AND later.outcome IN ('loaded', 'loaded_with_rejects')
         AND later.related IS DISTINCT FROM this.run
      """;

  private static final String SETTLE =
      """
      UPDATE pde.quarantine q SET settled_by = mine.run, read_by = read_by || mine.run
        FROM (SELECT ?::bigint AS run) mine WHERE q.run = ? AND %s
      """
          .formatted(RowStates.OPEN);

  private static final String SETTLE_VALUES =
      "UPDATE pde.unmatched SET settled_by = ? WHERE run = ? AND settled_by IS NULL AND waits";

  private Rejects() {}

  /**
   * The open rows of a run; nobody decides over them until the transaction ends, unless it only
   * plans.
   */
  static List<WaitingRow> waiting(Connection connection, long run, boolean plan)
      throws SQLException {
    if (!plan) {
      DecidingTurn.read(connection, run);
    }
    List<WaitingRow> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setLong(1, run);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(new WaitingRow(row.getLong(1), row.getString(2)));
        }
      }
    }
    return rows;
  }

  static @Nullable Long later(Connection connection, long run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LATER)) {
      statement.setLong(1, run);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        long later = row.getLong(1);
        return row.wasNull() ? null : later;
      }
    }
  }

  /** Takes the rows of a run out of the waiting ones; how many these were. */
  static long settle(Connection connection, long run, long by) throws SQLException {
    DecidingTurn.take(connection);
    update(connection, SETTLE_VALUES, run, by);
    long rows = update(connection, SETTLE, run, by);
    OpenCounts.again(connection, List.of(run));
    return rows;
  }

  private static long update(Connection connection, String sql, long run, long by)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, by);
      statement.setLong(2, run);
      return statement.executeLargeUpdate();
    }
  }
}
