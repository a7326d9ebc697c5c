package id.pde.warehouse;

import id.pde.run.event.RunEvent;
import id.pde.run.event.RunEvents;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Events as the ledger holds them, less what was told. Safe for use by many threads. */
public final class PostgresRunEvents implements RunEvents {

  private static final String ENTER =
      "INSERT INTO pde.event_receiver (receiver) VALUES (?) ON CONFLICT DO NOTHING";

  private static final String UNTOLD =
      """
      SELECT r.run, r.outcome, r.mapping, r.agency, r.period, r.rows_read, r.accepted, r.rejected, r.finished
        FROM pde.event_receiver e JOIN pde.run r ON r.finished >= e.since
       WHERE e.receiver = ? AND (cardinality(?::text[]) = 0 OR r.outcome = ANY (?::text[]))
         AND (? = '' OR r.agency = ?)
         AND NOT EXISTS (SELECT FROM pde.event_told t
                          WHERE t.receiver = e.receiver AND t.run = r.run AND t.outcome = r.outcome)
       ORDER BY r.run LIMIT ?
      """;

  /** Once nothing is left, old runs need not be looked through again. */
  private static final String FORWARD =
      """
      UPDATE pde.event_receiver SET since = clock_timestamp() - interval '1 day'
       WHERE receiver = ? AND since < clock_timestamp() - interval '2 days'
      """;

  private static final String TOLD =
      "INSERT INTO pde.event_told (receiver, run, outcome) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private final Supplier<Connections> connections;

  /**
   * @param connections asked each time: the database may come and go
   */
  public PostgresRunEvents(Supplier<Connections> connections) {
    this.connections = connections;
  }

  @Override
  public List<RunEvent> untold(Receiver receiver, int most) {
    Connections database = connections.get();
    try (Connection connection = database.open(Purpose.QUERY)) {
      update(connection, ENTER, receiver.name());
      List<RunEvent> events = find(connection, receiver, most);
      if (events.isEmpty()) {
        update(connection, FORWARD, receiver.name());
      }
      return events;
    } catch (SQLException failure) {
      throw failures(database).explain(failure);
    }
  }

  private static List<RunEvent> find(Connection connection, Receiver receiver, int most)
      throws SQLException {
    List<RunEvent> events = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(UNTOLD)) {
      var outcomes = connection.createArrayOf("text", receiver.outcomes().toArray());
      statement.setString(1, receiver.name());
      statement.setArray(2, outcomes);
      statement.setArray(3, outcomes);
      statement.setString(4, receiver.agency());
      statement.setString(5, receiver.agency());
      statement.setInt(6, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
    }
    return events;
  }

  private static RunEvent event(ResultSet row) throws SQLException {
    return new RunEvent(
        row.getLong("run"),
        row.getString("outcome"),
        row.getString("mapping"),
        row.getString("agency"),
        Objects.requireNonNullElse(row.getString("period"), ""),
        new RunEvent.Rows(
            row.getLong("rows_read"), row.getLong("accepted"), row.getLong("rejected")),
        row.getObject("finished", OffsetDateTime.class).toInstant());
  }

  @Override
  public void told(Receiver receiver, RunEvent event) {
    Connections database = connections.get();
    try (Connection connection = database.open(Purpose.QUERY);
        PreparedStatement statement = connection.prepareStatement(TOLD)) {
      statement.setString(1, receiver.name());
      statement.setLong(2, event.run());
      statement.setString(3, event.outcome());
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw failures(database).explain(failure);
    }
  }

  private static void update(Connection connection, String sql, String receiver)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, receiver);
      statement.executeUpdate();
    }
  }

  private static Failures failures(Connections database) {
    return new Failures(database.settings().place());
  }
}
