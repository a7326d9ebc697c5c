package id.pde.warehouse.timetable;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Fires;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fires in {@code pde.schedule_fire}, over one connection that stays open: a look must cost next to
 * nothing. Safe for use by many threads, one after the other.
 */
public final class PostgresFires implements Fires {

  private static final String PULSE =
      """
      SELECT clock_timestamp(), coalesce((SELECT max(change) FROM pde.schedule_change), 0),
             EXISTS (SELECT FROM pde.schedule_fire
                      WHERE ended IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp()))
      """;

  private static final String SEEN =
      """
      INSERT INTO pde.node (node, place) VALUES (?, ?) ON CONFLICT (node) DO UPDATE SET seen = clock_timestamp()
      """;

  private static final String FORGET =
      "DELETE FROM pde.node WHERE seen < clock_timestamp() - interval '1 day'";

  private static final String GONE = "DELETE FROM pde.node WHERE node = ?";

  private static final String RENEW =
      """
      UPDATE pde.schedule_fire SET leased_until = clock_timestamp() + ? * interval '1 millisecond'
       WHERE schedule = ? AND planned = ? AND node = ? AND attempts = ? AND ended IS NULL
      """;

  private static final String END =
      """
      UPDATE pde.schedule_fire
         SET ended = clock_timestamp(), leased_until = NULL, outcome = ?, runs = ?, why = nullif(?, '')
       WHERE schedule = ? AND planned = ? AND node = ? AND attempts = ? AND ended IS NULL
      """;

  private final Supplier<Connections> database;
  private @Nullable Connection held;

  /**
   * @param database asked again after a connection was lost
   */
  public PostgresFires(Supplier<Connections> database) {
    this.database = database;
  }

  /** Work on the connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @Override
  public Pulse pulse() {
    return work(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(PULSE)) {
            row.next();
            return new Pulse(Rows.required(row, 1), row.getLong(2), row.getBoolean(3));
          }
        });
  }

  @Override
  public void seen(Node node) {
    work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(SEEN);
              Statement forget = connection.createStatement()) {
            statement.setString(1, node.id());
            statement.setString(2, node.place());
            statement.executeUpdate();
            return forget.executeUpdate(FORGET);
          }
        });
  }

  @Override
  public void gone(Node node) {
    work(connection -> Statements.run(connection, GONE, node.id()));
  }

  @Override
  public void settle(List<String> schedules, Function<Standing, Decision> decide) {
    work(
        connection -> {
          Rows.turn(connection);
          try (Settling settling = new Settling(connection)) {
            settling.settle(schedules, decide);
          }
          return schedules;
        });
  }

  @Override
  public Optional<Leased> lease(Taker taker, Function<Ask, Optional<String>> gate) {
    return work(
        connection -> {
          Rows.turn(connection);
          return new Queue(connection, taker, gate).next();
        });
  }

  @Override
  public boolean renew(Taker taker, Leased leased) {
    return work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setLong(1, taker.lease().toMillis());
            held(statement, 2, taker.node(), leased);
            return statement.executeUpdate() == 1;
          }
        });
  }

  @Override
  public boolean end(String node, Leased leased, Ended ended) {
    return work(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, ended.outcome());
            statement.setArray(2, connection.createArrayOf("bigint", ended.runs().toArray()));
            statement.setString(3, ended.why());
            held(statement, 4, node, leased);
            return statement.executeUpdate() == 1;
          }
        });
  }

  @Override
  public synchronized void close() {
    Connection connection = held;
    held = null;
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException gone) {
        // It was lost: there is nothing to close.
        return;
      }
    }
  }

  /** A fire that this node has, as it was leased. */
  private static void held(PreparedStatement statement, int at, String node, Leased leased)
      throws SQLException {
    statement.setString(at, leased.ask().schedule());
    statement.setObject(at + 1, Rows.sql(leased.ask().planned()));
    statement.setString(at + 2, node);
    statement.setInt(at + 3, leased.attempt());
  }

  /** One transaction. A connection that failed is not used again. */
  private synchronized <T> T work(Work<T> work) {
    Connections connections = database.get();
    try {
      Connection connection = connection(connections);
      T done = work.on(connection);
      connection.commit();
      return done;
    } catch (SQLException failure) {
      close();
      throw new Failures(connections.place()).explain(failure);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private Connection connection(Connections connections) throws SQLException {
    Connection connection = held;
    if (connection == null) {
      connection = connections.connect(Purpose.QUERY);
      connection.setAutoCommit(false);
      held = connection;
    }
    return connection;
  }
}
