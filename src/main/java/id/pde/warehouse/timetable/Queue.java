package id.pde.warehouse.timetable;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Fires;
import id.pde.run.timetable.Fires.Leased;
import id.pde.run.timetable.Fires.Taker;
import id.pde.run.timetable.Why;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fires that are not over, the oldest first, in a transaction whose turn it is. No two of one
 * schedule and no two that load the same dataset run at once.
 */
record Queue(Connection connection, Taker taker, Function<Ask, Optional<String>> gate) {

  private static final String OPEN =
      """
      SELECT f.schedule, f.planned, f.kind, f.period, coalesce(f.why, ''), f.attempts,
             coalesce(f.leased_until >= clock_timestamp(), false), s.datasets
        FROM pde.schedule_fire f JOIN pde.schedule s USING (schedule)
       WHERE f.ended IS NULL ORDER BY f.planned, f.schedule
      """;

  private static final String TAKE =
      """
      UPDATE pde.schedule_fire
         SET node = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond',
             attempts = attempts + 1, started = clock_timestamp(), why = NULL
       WHERE schedule = ? AND planned = ?
      """;

  private static final String WAIT =
      "UPDATE pde.schedule_fire SET why = ? WHERE schedule = ? AND planned = ?";

  private static final String GIVE_UP =
      """
      UPDATE pde.schedule_fire SET ended = clock_timestamp(), leased_until = NULL, outcome = 'failed', why = ?
       WHERE schedule = ? AND planned = ?
      """;

  private record Entry(Ask ask, String why, int attempts, boolean running, List<String> datasets) {}

  Optional<Leased> next() throws SQLException {
    List<Entry> entries = entries();
    List<Entry> running = entries.stream().filter(Entry::running).toList();
    for (Entry entry : entries) {
      if (entry.running() || !taker.schedules().contains(entry.ask().schedule())) {
        continue;
      }
      if (entry.attempts() >= Fires.ATTEMPTS) {
        update(GIVE_UP, Why.GAVE_UP, entry.ask());
        continue;
      }
      Optional<String> obstacle = obstacle(entry, running);
      if (obstacle.isEmpty()) {
        take(entry.ask());
        return Optional.of(new Leased(entry.ask(), entry.attempts() + 1));
      }
      if (!obstacle.get().equals(entry.why())) {
        update(WAIT, obstacle.get(), entry.ask());
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(Entry entry, List<Entry> running) {
    for (Entry other : running) {
      if (other.ask().schedule().equals(entry.ask().schedule())
          || !Collections.disjoint(other.datasets(), entry.datasets())) {
        return Optional.of(Why.of(Why.SCHEDULE, other.ask().schedule()));
      }
    }
    return gate.apply(entry.ask());
  }

  private void take(Ask ask) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, taker.node());
      statement.setLong(2, taker.lease().toMillis());
      statement.setString(3, ask.schedule());
      statement.setObject(4, Rows.sql(ask.planned()));
      statement.executeUpdate();
    }
  }

  private void update(String sql, String why, Ask ask) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, why);
      statement.setString(2, ask.schedule());
      statement.setObject(3, Rows.sql(ask.planned()));
      statement.executeUpdate();
    }
  }

  private List<Entry> entries() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(OPEN);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(
            new Entry(
                Rows.ask(row),
                row.getString(5),
                row.getInt(6),
                row.getBoolean(7),
                Rows.texts(row.getArray(8))));
      }
    }
    return entries;
  }
}
