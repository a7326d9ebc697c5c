package id.pde.warehouse;

import id.pde.run.Audit;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.AccessLog;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code pde.access}. Safe for use by many threads. */
public final class PostgresAudit implements Audit {

  private static final String NEWEST =
      """
      SELECT begun, who, login, action, relations, columns, form, rows
        FROM pde.access ORDER BY id DESC LIMIT ?
      """;

  private static final String LAST_BACKUP =
      "SELECT max(ended) FROM pde.access WHERE action = 'backup' AND rows IS NOT NULL";

  private final Connections connections;
  private final String who;
  private final Failures failures;

  /**
   * @param who the user of the operating system
   */
  public PostgresAudit(Connections connections, String who) {
    this.connections = connections;
    this.who = who;
    this.failures = new Failures(connections.place());
  }

  @Override
  public void note(
      String action, List<String> relations, List<String> columns, String form, long rows) {
    try (Connection connection = connections.openShort()) {
      AccessLog log = new AccessLog(connection, who);
      log.end(log.begin(new AccessLog.Reading(action, relations, columns, form)), rows);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public @Nullable Instant lastBackup() {
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(LAST_BACKUP);
        ResultSet row = statement.executeQuery()) {
      row.next();
      OffsetDateTime ended = row.getObject(1, OffsetDateTime.class);
      return ended == null ? null : ended.toInstant();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<Access> newest(int limit) {
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(NEWEST)) {
      statement.setInt(1, limit);
      List<Access> all = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long rows = row.getLong(8);
          Long given = row.wasNull() ? null : rows;
          all.add(
              new Access(
                  row.getObject(1, OffsetDateTime.class).toInstant(),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  texts(row.getArray(5)),
                  texts(row.getArray(6)),
                  row.getString(7),
                  given));
        }
      }
      return all;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
