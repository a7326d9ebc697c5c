package id.pde.warehouse.node;

import id.pde.run.node.FolderLeases;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code pde.folder_lease}. Safe for use by many threads. */
public final class PostgresFolderLeases implements FolderLeases {

  private static final String TAKE =
      """
      INSERT INTO pde.folder_lease AS l (agency, node, leased_until)
      VALUES (?, ?, clock_timestamp() + ? * interval '1 millisecond')
      ON CONFLICT (agency) DO UPDATE SET node = excluded.node, leased_until = excluded.leased_until
       WHERE l.node = excluded.node OR l.leased_until < clock_timestamp()
      """;

  private static final String LEAVE = "DELETE FROM pde.folder_lease WHERE agency = ? AND node = ?";

  private final Supplier<Connections> database;

  public PostgresFolderLeases(Supplier<Connections> database) {
    this.database = database;
  }

  @Override
  public boolean take(String agency, String node, Duration lease) {
    return run(TAKE, agency, node, lease.toMillis()) == 1;
  }

  @Override
  public void leave(String agency, String node) {
    run(LEAVE, agency, node);
  }

  private int run(String sql, Object... values) {
    Connections connections = database.get();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw new Failures(connections.place()).explain(failure);
    }
  }
}
