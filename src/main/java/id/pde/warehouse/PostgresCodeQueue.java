package id.pde.warehouse;

import id.pde.run.CodeQueue;
import id.pde.run.Unmatched;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code pde.unmatched}. Safe for use by many threads. */
public final class PostgresCodeQueue implements CodeQueue {

  /** A refused delivery counts only until its bytes come again. */
  private static final String WAITING =
      """
      SELECT %s
        FROM pde.unmatched u JOIN pde.run r ON r.run = u.run
       WHERE u.settled_by IS NULL AND u.ignored < u.rows AND r.undone_by IS NULL
         AND (r.outcome IN ('loaded', 'loaded_with_rejects') OR NOT EXISTS (
               SELECT FROM pde.run again
                WHERE again.sha256 = r.sha256 AND again.mapping = r.mapping AND again.run > r.run))
      """;

  private static final String ROWS =
      WAITING.formatted(
              "u.run, r.agency, r.mapping, u.column_name, u.list, u.value, u.rows - u.ignored AS rows, u.waits, u.example")
          + " ORDER BY u.run, u.column_name, u.value";

  private static final String VALUES = WAITING.formatted("count(DISTINCT (u.list, u.value))");

  private final Connections connections;
  private final Failures failures;

  public PostgresCodeQueue(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public List<Unmatched.Waiting> waiting() {
    List<Unmatched.Waiting> waiting = new ArrayList<>();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(ROWS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        waiting.add(
            new Unmatched.Waiting(
                row.getLong("run"),
                row.getString("agency"),
                row.getString("mapping"),
                new Unmatched(
                    row.getString("column_name"),
                    row.getString("list"),
                    row.getString("value"),
                    row.getLong("rows"),
                    row.getBoolean("waits"),
                    row.getString("example"))));
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
    return waiting;
  }

  @Override
  public long values() {
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(VALUES);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
