package id.pde.warehouse.timetable;

import id.pde.run.timetable.Change;
import id.pde.run.timetable.Change.Action;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.PastFire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what was changed and what fired. */
final class History {

  private static final String CHANGES =
      """
      SELECT schedule, at, who, why, login, action, before, after FROM pde.schedule_change
       WHERE schedule = ? ORDER BY change DESC LIMIT ?
      """;

  private static final String FIRE =
      """
      f.schedule, planned, kind, period, stands_for, why, node,
      ended IS NULL AND coalesce(leased_until >= clock_timestamp(), false), started, ended, outcome, runs
      """;

  private static final String FIRES =
      "SELECT "
          + FIRE
          + " FROM pde.schedule_fire f WHERE schedule = ? ORDER BY planned DESC LIMIT ?";

  private static final String LATEST =
      "SELECT newest.* FROM pde.schedule s CROSS JOIN LATERAL (SELECT "
          + FIRE
          + """
             FROM pde.schedule_fire f
            WHERE f.schedule = s.schedule AND ended IS NOT NULL AND outcome <> 'skipped'
            ORDER BY planned DESC LIMIT 1) newest
            """;

  private static final String OPEN =
      "SELECT " + FIRE + " FROM pde.schedule_fire f WHERE ended IS NULL ORDER BY planned";

  private static final String SERVER =
      "SELECT EXISTS (SELECT FROM pde.node WHERE seen > clock_timestamp() - interval '1 minute')";

  private History() {}

  static List<Change> changes(Connection connection, String name, int limit) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
      statement.setString(1, name);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          changes.add(
              new Change(
                  row.getString(1),
                  Rows.required(row, 2),
                  new By(row.getString(3), row.getString(4)),
                  row.getString(5),
                  Action.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                  row.getString(7),
                  row.getString(8)));
        }
      }
    }
    return changes;
  }

  static List<PastFire> fires(Connection connection, String name, int limit) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRES)) {
      statement.setString(1, name);
      statement.setInt(2, limit);
      try (ResultSet row = statement.executeQuery()) {
        return fires(row);
      }
    }
  }

  static List<PastFire> latest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<PastFire> latest = new ArrayList<>();
      try (ResultSet row = statement.executeQuery(LATEST)) {
        latest.addAll(fires(row));
      }
      try (ResultSet row = statement.executeQuery(OPEN)) {
        latest.addAll(fires(row));
      }
      return latest;
    }
  }

  static boolean hasServer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SERVER)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static List<PastFire> fires(ResultSet row) throws SQLException {
    List<PastFire> fires = new ArrayList<>();
    while (row.next()) {
      PastFire.State state =
          new PastFire.State(
              row.getInt(5),
              row.getString(6),
              row.getString(7),
              row.getBoolean(8),
              Rows.instant(row, 9),
              Rows.instant(row, 10));
      List<Long> runs = List.of((Long[]) row.getArray(12).getArray());
      fires.add(new PastFire(Rows.ask(row), state, row.getString(11), runs));
    }
    return fires;
  }
}
