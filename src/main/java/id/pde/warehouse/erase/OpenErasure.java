package id.pde.warehouse.erase;

import id.pde.run.TableBusy;
import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.FileDone;
import id.pde.run.erase.ErasureLedger.Mode;
import id.pde.run.erase.ErasureLedger.Trail;
import id.pde.run.erase.ErasureLedger.Work;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.publish.TableHold;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The transaction of an erasure. */
public final class OpenErasure implements Work {

  private static final String PATIENCE = "SET LOCAL lock_timeout = '60s'";

  private static final String TABLES =
      "SELECT table_name, key_columns FROM pde.owned_table ORDER BY table_name";

  private static final String PLAN =
      """
      INSERT INTO pde.erased_file (erasure, place, sha256, records) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final Connection connection;
  private final Failures failures;
  private final Map<String, List<String>> tables = new TreeMap<>();

  private OpenErasure(Connection connection, Failures failures) {
    this.connection = connection;
    this.failures = failures;
  }

  /**
   * Begins; to erase it takes every table.
   *
   * @throws TableBusy when a run holds one
   */
  public static OpenErasure open(Connections connections, Mode mode) {
    Failures failures = new Failures(connections.place());
    Connection connection = connections.open(Purpose.LOADING);
    OpenErasure opened = new OpenErasure(connection, failures);
    try {
      connection.setAutoCommit(false);
      opened.begin(mode);
      return opened;
    } catch (SQLException failure) {
      opened.close();
      throw failures.explain(failure);
    } catch (TableBusy busy) {
      opened.close();
      throw busy;
    }
  }

  private void begin(Mode mode) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      try (ResultSet row = statement.executeQuery(TABLES)) {
        while (row.next()) {
          Array key = row.getArray(2);
          tables.put(row.getString(1), List.of((String[]) key.getArray()));
        }
      }
    }
    if (mode == Mode.ERASE) {
      for (String table : tables.keySet()) {
        TableHold.take(connection, table);
      }
    }
  }

  @Override
  public List<Count> erase(Trail trail) {
    try {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (Map.Entry<String, List<String>> table : tables.entrySet()) {
        for (String schema : List.of("warehouse", "history")) {
          TableErasure rows = new TableErasure(connection, schema, table.getKey());
          counts.merge(
              schema + "." + table.getKey(), rows.erase(trail, table.getValue()), Long::sum);
        }
      }
      LedgerErasure ledger = new LedgerErasure(connection);
      List<Count> kept = new ArrayList<>(ledger.rows(trail.rows()));
      kept.addAll(ledger.texts(trail.pattern()));
      kept.forEach(count -> counts.merge(count.place(), count.rows(), Long::sum));
      List<Count> all = new ArrayList<>();
      counts.forEach(
          (place, rows) -> {
            if (rows > 0) {
              all.add(new Count(place, rows));
            }
          });
      return all;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public void plan(long erasure, List<FileDone> files) {
    try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
      for (FileDone file : files) {
        statement.setLong(1, erasure);
        statement.setString(2, file.place());
        statement.setString(3, file.sha256());
        statement.setLong(4, file.records());
        statement.executeUpdate();
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public void commit() {
    try {
      connection.commit();
      // Dead rows leave their pages.
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        for (String table : tables.keySet()) {
          for (String schema : List.of("warehouse", "history")) {
            vacuum(statement, schema, table);
          }
        }
        for (String table : List.of("quarantine", "issue", "issue_count", "unmatched", "run")) {
          vacuum(statement, "pde", table);
        }
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private static void vacuum(Statement statement, String schema, String table) throws SQLException {
    String place = schema + ".\"" + table.replace("\"", "\"\"") + "\"";
    try (ResultSet there = statement.executeQuery("SELECT to_regclass('" + place + "')")) {
      if (!there.next() || there.getString(1) == null) {
        return;
      }
    }
    statement.execute("VACUUM (SKIP_LOCKED) " + place);
  }

  /** The server rolls back what was not committed when the connection goes. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException broken) {
      // It is gone either way; why it had to go is said by the failure that led here.
      return;
    }
  }
}
