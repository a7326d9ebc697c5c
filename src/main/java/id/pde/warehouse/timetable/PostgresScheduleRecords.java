package id.pde.warehouse.timetable;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Change;
import id.pde.run.timetable.Change.Action;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Kept;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.Routed;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.run.timetable.Why;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code pde.schedule} and its audit. Safe for use by many threads. */
public final class PostgresScheduleRecords implements ScheduleRecords {

  private static final By ROUTE = new By("pde up", "");

  private static final String NEW =
      """
      INSERT INTO pde.schedule (schedule, rule, route_rule, datasets, settled_until) VALUES (?, ?, ?, ?, ?)
      """;

  private static final String FROM_ROUTE =
      """
      UPDATE pde.schedule
         SET route_rule = ?, datasets = ?, rule = CASE WHEN by_officer THEN rule ELSE ? END,
             settled_until = CASE WHEN by_officer OR rule = ? THEN settled_until ELSE ? END
       WHERE schedule = ?
      """;

  private static final String SET =
      "UPDATE pde.schedule SET rule = ?, by_officer = ?, settled_until = ? WHERE schedule = ?";

  private static final String PAUSE =
      "UPDATE pde.schedule SET paused_since = ? WHERE schedule = ? AND paused_since IS NULL";

  private static final String DROP =
      """
      UPDATE pde.schedule_fire SET ended = clock_timestamp(), outcome = 'skipped', why = ?
       WHERE schedule = ? AND ended IS NULL AND kind IN ('planned', 'missed')
         AND (leased_until IS NULL OR leased_until < clock_timestamp())
      """;

  private static final String RESUME =
      """
      UPDATE pde.schedule SET paused_since = NULL, settled_until = greatest(settled_until, ?)
       WHERE schedule = ? AND paused_since IS NOT NULL
      """;

  private static final String AUDIT =
      """
      INSERT INTO pde.schedule_change (schedule, who, action, before, after, why) VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final Supplier<Connections> database;

  public PostgresScheduleRecords(Supplier<Connections> database) {
    this.database = database;
  }

  /** Work in one transaction. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @Override
  public List<Kept> all() {
    return read(Rows::all);
  }

  @Override
  public Optional<Kept> find(String name) {
    return read(connection -> Rows.find(connection, name));
  }

  @Override
  public void adopt(List<Routed> routed, Instant now) {
    if (routed.isEmpty()) {
      return;
    }
    write(
        connection -> {
          Map<String, Kept> known = new HashMap<>();
          Rows.all(connection).forEach(kept -> known.put(kept.name(), kept));
          for (Routed one : routed) {
            adopt(connection, one, known.get(one.name()), now);
          }
          return routed;
        });
  }

  private static void adopt(Connection connection, Routed routed, @Nullable Kept kept, Instant now)
      throws SQLException {
    Object datasets = Rows.array(connection, routed.datasets());
    if (kept == null) {
      Statements.run(
          connection, NEW, routed.name(), routed.rule(), routed.rule(), datasets, Rows.sql(now));
      note(connection, routed.name(), ROUTE, Action.NEW, null, routed.rule());
      return;
    }
    boolean same = kept.route().equals(routed.rule()) && kept.datasets().equals(routed.datasets());
    if (same && (kept.byOfficer() || kept.rule().equals(routed.rule()))) {
      return;
    }
    Statements.run(
        connection,
        FROM_ROUTE,
        routed.rule(),
        datasets,
        routed.rule(),
        routed.rule(),
        Rows.sql(now),
        routed.name());
    if (!kept.byOfficer() && !kept.rule().equals(routed.rule())) {
      note(connection, routed.name(), ROUTE, Action.ROUTE, kept.rule(), routed.rule());
    }
  }

  @Override
  public void settle(List<String> schedules, Function<Standing, Decision> decide) {
    write(
        connection -> {
          try (Settling settling = new Settling(connection)) {
            settling.settle(schedules, decide);
          }
          return schedules;
        });
  }

  @Override
  public void change(String name, Setting setting, By by, Instant now) {
    write(
        connection -> {
          String before = Rows.find(connection, name).map(Kept::rule).orElse(null);
          Statements.run(connection, SET, setting.rule(), setting.byOfficer(), Rows.sql(now), name);
          Action action = setting.byOfficer() ? Action.SET : Action.RESET;
          note(connection, name, by, action, before, setting.rule());
          return name;
        });
  }

  @Override
  public boolean pause(String name, By by, Instant now) {
    return write(
        connection -> {
          boolean changed = Statements.run(connection, PAUSE, Rows.sql(now), name) == 1;
          if (changed) {
            Statements.run(connection, DROP, Why.PAUSED, name);
            note(connection, name, by, Action.PAUSE, null, null);
          }
          return changed;
        });
  }

  @Override
  public boolean resume(String name, By by, Instant now) {
    return write(
        connection -> {
          boolean changed = Statements.run(connection, RESUME, Rows.sql(now), name) == 1;
          if (changed) {
            note(connection, name, by, Action.RESUME, null, null);
          }
          return changed;
        });
  }

  @Override
  public void ask(List<Ask> asks, By by) {
    write(
        connection -> {
          for (Ask ask : asks) {
            Statements.run(
                connection,
                Settling.ASK,
                ask.schedule(),
                Rows.sql(ask.planned()),
                ask.kind().code(),
                ask.period());
          }
          for (Ask ask : asks) {
            note(connection, ask.schedule(), by, Action.RUN, null, ask.period());
          }
          return asks;
        });
  }

  @Override
  public List<Change> changes(String name, int limit) {
    return read(connection -> History.changes(connection, name, limit));
  }

  @Override
  public List<PastFire> fires(String name, int limit) {
    return read(connection -> History.fires(connection, name, limit));
  }

  @Override
  public List<PastFire> latest() {
    return read(History::latest);
  }

  @Override
  public Instant now() {
    return read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return Rows.required(row, 1);
          }
        });
  }

  @Override
  public boolean hasServer() {
    return read(History::hasServer);
  }

  private static void note(
      Connection connection,
      String schedule,
      By by,
      Action action,
      @Nullable String before,
      @Nullable String after)
      throws SQLException {
    Statements.run(connection, AUDIT, schedule, by.who(), action.code(), before, after, by.why());
  }

  private <T> T write(Work<T> work) {
    return read(
        connection -> {
          connection.setAutoCommit(false);
          Rows.turn(connection);
          T done = work.on(connection);
          connection.commit();
          return done;
        });
  }

  private <T> T read(Work<T> work) {
    Connections connections = database.get();
    try (Connection connection = connections.openShort()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw new Failures(connections.place()).explain(failure);
    }
  }
}
