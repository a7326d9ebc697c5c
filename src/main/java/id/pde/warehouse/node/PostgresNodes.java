package id.pde.warehouse.node;

import id.pde.model.Issue;
import id.pde.run.node.Nodes;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code pde.node}. */
public final class PostgresNodes implements Nodes {

  /** Any number that nothing else uses: "pdeNodes" in ASCII. */
  private static final String TURN = "SELECT pg_advisory_xact_lock(8098709348046923123)";

  private static final String GIVE_UP_FOLDERS =
      """
      DELETE FROM pde.folder_lease l USING pde.node n
       WHERE l.node = n.node AND n.home = ? AND n.machine = ? AND n.node <> ?
      """;

  private static final String GIVE_UP =
      "DELETE FROM pde.node WHERE home = ? AND machine = ? AND node <> ?";

  /** A node tells every ten seconds that it lives. */
  private static final String OTHERS =
      """
      SELECT node, place, seen > clock_timestamp() - interval '1 minute', coalesce(archive, ''), coalesce(exchange, '')
        FROM pde.node WHERE node <> ? ORDER BY started
      """;

  private static final String ENTER =
      """
      INSERT INTO pde.node AS n (node, place, machine, home, archive, exchange)
      VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''))
      ON CONFLICT (node) DO UPDATE SET seen = clock_timestamp(), machine = excluded.machine, home = excluded.home,
        archive = excluded.archive, exchange = excluded.exchange
      """;

  private final Connections connections;

  public PostgresNodes(Connections connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Issue> enter(
      Self self, Supplier<SharedFolders> shared, Function<List<Other>, Optional<Issue>> check) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      try (Statement turn = connection.createStatement()) {
        turn.execute(TURN);
      }
      run(connection, GIVE_UP_FOLDERS, self.home(), self.machine(), self.id());
      run(connection, GIVE_UP, self.home(), self.machine(), self.id());
      SharedFolders own = shared.get();
      Optional<Issue> fault = check.apply(others(connection, self));
      if (fault.isEmpty()) {
        run(
            connection,
            ENTER,
            self.id(),
            self.place(),
            self.machine(),
            self.home(),
            own.archive(),
            own.exchange());
      }
      connection.commit();
      return fault;
    } catch (SQLException failure) {
      throw new Failures(connections.place()).explain(failure);
    }
  }

  private static List<Other> others(Connection connection, Self self) throws SQLException {
    List<Other> others = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
      statement.setString(1, self.id());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          others.add(
              new Other(
                  row.getString(1),
                  row.getString(2),
                  row.getBoolean(3),
                  new SharedFolders(row.getString(4), row.getString(5))));
        }
      }
    }
    return others;
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
