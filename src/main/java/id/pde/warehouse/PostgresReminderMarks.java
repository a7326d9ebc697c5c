package id.pde.warehouse;

import id.pde.run.event.Reminder;
import id.pde.run.event.ReminderMarks;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Reminders that were taken, in the schema {@code pde}. Safe for use by many threads. */
public final class PostgresReminderMarks implements ReminderMarks {

  private static final String TAKEN =
      "SELECT mapping || '-' || period || '-' || state FROM pde.reminder_told WHERE receiver = ?";

  private static final String TAKE =
      """
      INSERT INTO pde.reminder_told (receiver, mapping, period, state) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private final Supplier<Connections> connections;

  /**
   * @param connections asked each time: the database may come and go
   */
  public PostgresReminderMarks(Supplier<Connections> connections) {
    this.connections = connections;
  }

  @Override
  public Set<String> taken(String receiver) {
    Connections database = connections.get();
    Set<String> taken = new HashSet<>();
    try (Connection connection = database.openShort();
        PreparedStatement statement = connection.prepareStatement(TAKEN)) {
      statement.setString(1, receiver);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taken.add(row.getString(1));
        }
      }
      return taken;
    } catch (SQLException failure) {
      throw new Failures(database.settings().place()).explain(failure);
    }
  }

  @Override
  public void take(String receiver, Reminder reminder) {
    Connections database = connections.get();
    try (Connection connection = database.openShort();
        PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, receiver);
      statement.setString(2, reminder.mapping());
      statement.setString(3, reminder.period());
      statement.setString(4, reminder.state().code());
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new Failures(database.settings().place()).explain(failure);
    }
  }
}
