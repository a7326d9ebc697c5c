package id.pde.warehouse;

import id.pde.run.door.DoorMarks;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The memory of doors. Safe for use by many threads. */
public final class PostgresDoorMarks implements DoorMarks {

  /** "door" in ASCII; advisory locks are numbers that all programs of a database share. */
  private static final int LOCK = 0x646f6f72;

  /** The mark of what still lies there is not older than a day at any look. */
  private static final String LOOKED =
      """
      WITH there AS (SELECT * FROM unnest(?::text[], ?::text[]) AS t (name, version)),
           renewed AS (UPDATE pde.door_file f SET taken = clock_timestamp() FROM there t
                        WHERE f.door = ? AND f.name = t.name AND f.version = t.version
                          AND f.taken < clock_timestamp() - interval '1 day')
      INSERT INTO pde.door_state (door, name, value) VALUES (?, 'looked', '')
      ON CONFLICT (door, name) DO UPDATE SET kept = clock_timestamp()
      """;

  private final Supplier<Connections> connections;

  /**
   * @param connections asked each time: the database may come and go
   */
  public PostgresDoorMarks(Supplier<Connections> connections) {
    this.connections = connections;
  }

  @Override
  public Optional<Turn> enter(String door) {
    Connections database = connections.get();
    Connection connection = database.open(Purpose.QUERY);
    boolean ours = false;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
      statement.setInt(1, LOCK);
      statement.setString(2, door);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        ours = row.getBoolean(1);
      }
      return ours ? Optional.of(() -> leave(connection, door)) : Optional.empty();
    } catch (SQLException failure) {
      throw failures(database).explain(failure);
    } finally {
      if (!ours) {
        close(connection);
      }
    }
  }

  /** The server takes a moment to see that a connection ended; the next look may come sooner. */
  private static void leave(Connection connection, String door) {
    try (connection;
        PreparedStatement statement =
            connection.prepareStatement("SELECT pg_advisory_unlock(?, hashtext(?))")) {
      statement.setInt(1, LOCK);
      statement.setString(2, door);
      statement.execute();
    } catch (SQLException gone) {
      // With the connection its lock is gone, too.
      return;
    }
  }

  @Override
  public boolean isTaken(String door, String name, String version) {
    return ask(
        "SELECT EXISTS (SELECT FROM pde.door_file WHERE door = ? AND name = ? AND version = ?)",
        statement -> {
          file(statement, door, name, version);
          try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
          }
        });
  }

  @Override
  public void take(String door, String name, String version) {
    ask(
        "INSERT INTO pde.door_file (door, name, version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        statement -> {
          file(statement, door, name, version);
          return statement.executeUpdate();
        });
  }

  @Override
  public void looked(String door, Map<String, String> versions) {
    String[] names = versions.keySet().toArray(String[]::new);
    String[] those = versions.values().toArray(String[]::new);
    ask(
        LOOKED,
        statement -> {
          Connection connection = statement.getConnection();
          statement.setArray(1, connection.createArrayOf("text", names));
          statement.setArray(2, connection.createArrayOf("text", those));
          statement.setString(3, door);
          statement.setString(4, door);
          return statement.executeUpdate();
        });
  }

  @Override
  public Map<String, String> state(String door) {
    return ask(
        "SELECT name, value FROM pde.door_state WHERE door = ?",
        statement -> {
          statement.setString(1, door);
          Map<String, String> state = new TreeMap<>();
          try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              state.put(row.getString(1), row.getString(2));
            }
          }
          return state;
        });
  }

  @Override
  public void keep(String door, Map<String, String> state) {
    String[] names = state.keySet().toArray(String[]::new);
    String[] values = state.values().toArray(String[]::new);
    ask(
        """
        WITH given AS (SELECT * FROM unnest(?::text[], ?::text[]) AS g (name, value)),
             gone AS (DELETE FROM pde.door_state s
                       WHERE s.door = ? AND NOT EXISTS (SELECT FROM given g WHERE g.name = s.name))
        INSERT INTO pde.door_state (door, name, value) SELECT ?, name, value FROM given
        ON CONFLICT (door, name) DO UPDATE SET value = excluded.value, kept = clock_timestamp()
        """,
        statement -> {
          Connection connection = statement.getConnection();
          statement.setArray(1, connection.createArrayOf("text", names));
          statement.setArray(2, connection.createArrayOf("text", values));
          statement.setString(3, door);
          statement.setString(4, door);
          return statement.executeUpdate();
        });
  }

  private static void file(PreparedStatement statement, String door, String name, String version)
      throws SQLException {
    statement.setString(1, door);
    statement.setString(2, name);
    statement.setString(3, version);
  }

  private interface Question<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  private <T> T ask(String sql, Question<T> question) {
    Connections database = connections.get();
    try (Connection connection = database.open(Purpose.QUERY);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return question.on(statement);
    } catch (SQLException failure) {
      throw failures(database).explain(failure);
    }
  }

  private static Failures failures(Connections database) {
    return new Failures(database.settings().place());
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // With the connection its lock is gone, too.
      return;
    }
  }
}
