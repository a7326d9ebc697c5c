package id.pde.warehouse;

import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.run.catalogue.Holdings;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.table.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands of datasets, by the ledger and the tables. Safe for use by many threads. */
public final class PostgresHoldings implements Holdings {

  /** Runs whose data stand; those that took others back are no deliveries. */
  private static final String LOADS =
      """
      SELECT mapping, count(*), min(published), max(published), max(run),
             coalesce(array_agg(DISTINCT period) FILTER (WHERE period IS NOT NULL), '{}')
        FROM pde.run
       WHERE published IS NOT NULL AND undoes IS NULL AND undone_by IS NULL
       GROUP BY mapping
      """;

  private static final String TABLES =
      "SELECT relname FROM pg_class WHERE relnamespace = 'warehouse'::regnamespace AND relkind = 'r'";

  private final Connections connections;
  private final Failures failures;

  public PostgresHoldings(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public Map<String, Holding> of(Collection<Mapping> mappings) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      Map<String, Holding> held = read(connection, mappings);
      connection.rollback();
      return held;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Server server() {
    ConnectionSettings settings = connections.settings();
    return new Server(settings.host(), settings.port(), settings.databaseName());
  }

  private static Map<String, Holding> read(Connection connection, Collection<Mapping> mappings)
      throws SQLException {
    Map<String, Mapping> wanted = new HashMap<>();
    mappings.forEach(mapping -> wanted.put(mapping.id(), mapping));
    Set<String> tables = tables(connection);
    Map<String, Long> rows = new HashMap<>();
    Map<String, Holding> held = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOADS)) {
      while (row.next()) {
        Mapping mapping = wanted.get(row.getString(1));
        if (mapping != null) {
          String table = mapping.target().table();
          if (tables.contains(table) && !rows.containsKey(table)) {
            rows.put(table, count(connection, table));
          }
          held.put(mapping.id(), holding(row, rows.get(table)));
        }
      }
    }
    return held;
  }

  private static Holding holding(ResultSet row, @Nullable Long rows) throws SQLException {
    return new Holding(
        row.getLong(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getLong(5),
        periods(row.getArray(6)),
        rows);
  }

  private static List<Period> periods(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray()).sorted().map(Period::new).toList();
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM warehouse." + Sql.name(table))) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
