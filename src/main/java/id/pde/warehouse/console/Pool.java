package id.pde.warehouse.console;

import com.zaxxer.hikari.HikariDataSource;
import id.pde.run.RunStopped;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Short statements on a few connections that stay open. When the database moved to another address,
 * new ones are made. Safe for use by many threads.
 */
public final class Pool implements AutoCloseable {

  private static final int CONNECTIONS = 6;

  private final Supplier<Connections> database;
  private @Nullable Opened opened;

  public Pool(Supplier<Connections> database) {
    this.database = database;
  }

  private record Opened(Connections to, HikariDataSource source) {}

  /** Makes something of the row that is current. */
  interface RowOf<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> List<T> list(String sql, RowOf<T> rows, @Nullable Object... arguments) {
    return with(connection -> list(connection, sql, rows, arguments));
  }

  static <T> List<T> list(
      Connection connection, String sql, RowOf<T> rows, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet row = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (row.next()) {
        all.add(rows.of(row));
      }
      return all;
    }
  }

  <T> @Nullable T first(String sql, RowOf<T> rows, @Nullable Object... arguments) {
    List<T> all = list(sql, rows, arguments);
    return all.isEmpty() ? null : all.get(0);
  }

  int run(String sql, @Nullable Object... arguments) {
    return with(connection -> run(connection, sql, arguments));
  }

  static int run(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    }
  }

  <T> T with(Work<T> work) {
    Connections to = database.get();
    try (Connection connection = source(to).getConnection()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw explained(to, failure);
    }
  }

  private static RunStopped explained(Connections to, SQLException failure) {
    return new Failures(to.settings().place()).explain(failure);
  }

  private synchronized HikariDataSource source(Connections to) {
    Opened now = opened;
    if (now != null && now.to().equals(to)) {
      return now.source();
    }
    if (now != null) {
      now.source().close();
    }
    HikariDataSource source = to.pool(CONNECTIONS);
    opened = new Opened(to, source);
    return source;
  }

  static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, sql(connection, arguments[i]));
      }
      return statement;
    } catch (SQLException failure) {
      statement.close();
      throw failure;
    }
  }

  private static @Nullable Object sql(Connection connection, @Nullable Object argument)
      throws SQLException {
    if (argument instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (argument instanceof Collection<?> texts) {
      return connection.createArrayOf("text", texts.toArray());
    }
    return argument;
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  @Override
  public synchronized void close() {
    Opened now = opened;
    if (now != null) {
      now.source().close();
      opened = null;
    }
  }
}
