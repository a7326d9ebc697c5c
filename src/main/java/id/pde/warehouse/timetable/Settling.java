package id.pde.warehouse.timetable;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Dropped;
import id.pde.run.timetable.Decision.LeftOut;
import id.pde.run.timetable.Decision.Open;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Kept;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides on fires in a transaction whose turn it is. Many schedules may be due at one moment, so
 * they are read and written together.
 */
final class Settling implements AutoCloseable {

  static final String ASK =
      """
      INSERT INTO pde.schedule_fire (schedule, planned, kind, period) VALUES (?, ?, ?, ?)
      ON CONFLICT (schedule, planned) DO NOTHING
      """;

  private static final String OPEN =
      """
      SELECT schedule, planned, kind, period, coalesce(why, ''), coalesce(leased_until >= clock_timestamp(), false)
        FROM pde.schedule_fire WHERE schedule = ANY (?) AND ended IS NULL ORDER BY planned
      """;

  private static final String LEAVE_OUT =
      """
      INSERT INTO pde.schedule_fire (schedule, planned, kind, stands_for, why, ended, outcome)
      VALUES (?, ?, 'planned', ?, ?, clock_timestamp(), 'skipped') ON CONFLICT (schedule, planned) DO NOTHING
      """;

  private static final String DROP =
      """
      UPDATE pde.schedule_fire SET ended = clock_timestamp(), outcome = 'skipped', why = ?
       WHERE schedule = ? AND planned = ? AND ended IS NULL
      """;

  private static final String SETTLED =
      "UPDATE pde.schedule SET settled_until = ? WHERE schedule = ? AND settled_until < ?";

  private final Connection connection;
  private final PreparedStatement ask;
  private final PreparedStatement leaveOut;
  private final PreparedStatement drop;
  private final PreparedStatement settled;

  Settling(Connection connection) throws SQLException {
    this.connection = connection;
    this.ask = connection.prepareStatement(ASK);
    this.leaveOut = connection.prepareStatement(LEAVE_OUT);
    this.drop = connection.prepareStatement(DROP);
    this.settled = connection.prepareStatement(SETTLED);
  }

  void settle(List<String> schedules, Function<Standing, Decision> decide) throws SQLException {
    Map<String, List<Open>> open = open(schedules);
    for (Kept kept : Rows.find(connection, schedules)) {
      List<Open> own = open.getOrDefault(kept.name(), List.of());
      add(kept.name(), decide.apply(new Standing(kept, own)));
    }
    drop.executeBatch();
    leaveOut.executeBatch();
    ask.executeBatch();
    settled.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    settled.close();
    drop.close();
    leaveOut.close();
    ask.close();
  }

  private void add(String schedule, Decision decision) throws SQLException {
    for (Dropped dropped : decision.dropped()) {
      batch(drop, dropped.why(), schedule, Rows.sql(dropped.planned()));
    }
    for (LeftOut left : decision.left()) {
      batch(leaveOut, schedule, Rows.sql(left.last()), left.number(), left.why());
    }
    for (Ask wanted : decision.asks()) {
      ask.setString(4, wanted.period());
      batch(ask, schedule, Rows.sql(wanted.planned()), wanted.kind().code());
    }
    batch(settled, Rows.sql(decision.until()), schedule, Rows.sql(decision.until()));
  }

  private static void batch(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  private Map<String, List<Open>> open(List<String> schedules) throws SQLException {
    Map<String, List<Open>> open = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
      statement.setArray(1, Rows.array(connection, schedules));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Open one = new Open(Rows.ask(row), row.getBoolean(6), row.getString(5));
          open.computeIfAbsent(one.ask().schedule(), name -> new ArrayList<>()).add(one);
        }
      }
    }
    return open;
  }
}
