package id.pde.warehouse.publish;

import id.pde.run.KeyLedger.Gap;
import id.pde.run.KeyLedger.Holder;
import id.pde.run.KeyLedger.Rekeying;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The transaction that renews pseudonyms. It holds the row of the key in use, which every run that
 * makes pseudonyms needs, so none is under way.
 */
public final class OpenRekeying implements Rekeying {

  private static final String PATIENCE = "SET LOCAL lock_timeout = '60s'";
  private static final String PAIRS =
      "CREATE TEMP TABLE pde_rekey (before text COLLATE \"C\" PRIMARY KEY,"
          + " after text COLLATE \"C\" NOT NULL) ON COMMIT DROP";
  private static final String PAIR =
      "INSERT INTO pg_temp.pde_rekey SELECT * FROM unnest(?::text[], ?::text[])"
          + " ON CONFLICT DO NOTHING";
  private static final String RETIRE =
      "UPDATE pde.hmac_key SET retired = now() WHERE id = ? AND retired IS NULL";
  private static final String BEGIN = "INSERT INTO pde.hmac_key (id, rows) VALUES (?, ?)";
  private static final String HOLDERS =
      """
      SELECT o.table_name, o.mapping, p.key, s.name
        FROM pde.owned_table o
        CROSS JOIN LATERAL jsonb_each_text(o.protections) p
        CROSS JOIN (VALUES ('warehouse'), ('history')) s (name)
        JOIN pg_catalog.pg_attribute a ON a.attname = p.key AND NOT a.attisdropped
         AND a.attrelid = to_regclass(quote_ident(s.name) || '.' || quote_ident(o.table_name))
       WHERE p.value = 'hmac'
       ORDER BY 1, 3, 4 DESC
      """;

  private static final int BATCH = 1_000;

  /** Runs that a gap names. */
  private static final int NAMED = 10;

  private final Connection connection;
  private final Failures failures;
  private final String after;
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, String> batch = new LinkedHashMap<>();

  /** A column with pseudonyms, of a table or of its history. */
  private record Column(String schema, String table, String mapping, String name) {
    String qualified() {
      return schema + "." + Sql.name(table);
    }
  }

  private OpenRekeying(Connection connection, Failures failures, String after) {
    this.connection = connection;
    this.failures = failures;
    this.after = after;
  }

  /** Waits for runs under way, and lets no other begin. */
  public static OpenRekeying open(Connections connections, String before, String after) {
    Failures failures = new Failures(connections.place());
    Connection connection = connections.open(Purpose.LOADING);
    OpenRekeying rekeying = new OpenRekeying(connection, failures, after);
    try {
      connection.setAutoCommit(false);
      rekeying.begin(before);
      return rekeying;
    } catch (SQLException failure) {
      rekeying.close();
      throw failures.explain(failure);
    }
  }

  private void begin(String before) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement retire = connection.prepareStatement(RETIRE)) {
      statement.execute(PATIENCE);
      retire.setString(1, before);
      retire.executeUpdate();
      statement.execute(PAIRS);
      try (ResultSet rows = statement.executeQuery(HOLDERS)) {
        while (rows.next()) {
          columns.add(
              new Column(
                  rows.getString(4), rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
    }
  }

  @Override
  public List<Holder> holders() {
    Map<String, Holder> holders = new LinkedHashMap<>();
    for (Column column : columns) {
      if (column.schema().equals("warehouse")) {
        List<String> names = new ArrayList<>();
        Holder known = holders.get(column.table());
        if (known != null) {
          names.addAll(known.columns());
        }
        names.add(column.name());
        holders.put(column.table(), new Holder(column.table(), column.mapping(), names));
      }
    }
    return List.copyOf(holders.values());
  }

  @Override
  public void pair(String old, String fresh) {
    batch.put(old, fresh);
    if (batch.size() == BATCH) {
      try {
        write();
      } catch (SQLException failure) {
        throw failures.explain(failure);
      }
    }
  }

  private void write() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PAIR)) {
      statement.setArray(1, connection.createArrayOf("text", batch.keySet().toArray()));
      statement.setArray(2, connection.createArrayOf("text", batch.values().toArray()));
      statement.executeUpdate();
    }
    batch.clear();
  }

  @Override
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      write();
      statement.execute("ANALYZE pg_temp.pde_rekey");
      for (Column column : columns) {
        List<Long> runs = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(unexplained(column))) {
          while (rows.next()) {
            runs.add(rows.getLong(1));
          }
        }
        if (!runs.isEmpty()) {
          gaps.add(new Gap(column.schema() + "." + column.table() + "." + column.name(), runs));
        }
      }
      return gaps;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private static String unexplained(Column column) {
    String name = "t." + Sql.name(column.name());
    return "SELECT DISTINCT t._run FROM "
        + column.qualified()
        + " t WHERE "
        + name
        + " IS NOT NULL AND NOT EXISTS (SELECT FROM pg_temp.pde_rekey r WHERE r.before = "
        + name
        + ") ORDER BY 1 LIMIT "
        + NAMED;
  }

  @Override
  public long commit() {
    long renewed = 0;
    try (Statement statement = connection.createStatement();
        PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      for (Column column : columns) {
        String name = Sql.name(column.name());
        renewed +=
            statement.executeLargeUpdate(
                "UPDATE "
                    + column.qualified()
                    + " t SET "
                    + name
                    + " = r.after FROM pg_temp.pde_rekey r WHERE r.before = t."
                    + name);
      }
      begin.setString(1, after);
      begin.setLong(2, renewed);
      begin.executeUpdate();
      connection.commit();
      return renewed;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
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
