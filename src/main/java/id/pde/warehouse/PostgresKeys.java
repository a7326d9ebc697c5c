package id.pde.warehouse;

import id.pde.run.KeyLedger;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.publish.OpenRekeying;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ids of the keys of pseudonyms, in {@code pde.hmac_key}. Safe for use by many threads. */
public final class PostgresKeys implements KeyLedger {

  private final Connections connections;
  private final Failures failures;

  public PostgresKeys(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public Optional<String> inUse() {
    return ids("SELECT id FROM pde.hmac_key WHERE retired IS NULL").stream().findFirst();
  }

  @Override
  public List<String> retired() {
    return ids("SELECT id FROM pde.hmac_key WHERE retired IS NOT NULL ORDER BY since, id");
  }

  @Override
  public Rekeying rekey(String before, String after) {
    return OpenRekeying.open(connections, before, after);
  }

  private List<String> ids(String sql) {
    List<String> ids = new ArrayList<>();
    try (Connection connection = connections.open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
    return ids;
  }
}
