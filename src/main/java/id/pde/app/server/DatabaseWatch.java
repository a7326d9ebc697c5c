package id.pde.app.server;

import id.pde.app.NodeClock;
import id.pde.app.Wiring;
import id.pde.run.RunStopped;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the database: finds it, notices when it goes and when it is back. */
final class DatabaseWatch {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final int ANSWER_SECONDS = 5;

  private final Wiring wiring;
  private final CountDownLatch firstLook = new CountDownLatch(1);
  private volatile State state = new State.Unknown();

  DatabaseWatch(Wiring wiring) {
    this.wiring = wiring;
  }

  /** How the database was when it was last looked at. */
  sealed interface State {
    /** Not looked at yet. */
    record Unknown() implements State {}

    /** There. */
    record Up() implements State {}

    /** Away; the code says why. */
    record Down(String code) implements State {}
  }

  State state() {
    return state;
  }

  boolean isUp() {
    return state instanceof State.Up;
  }

  /** Whether the first look ended within that time. */
  boolean awaitFirstLook(long seconds) throws InterruptedException {
    return firstLook.await(seconds, TimeUnit.SECONDS);
  }

  /** Looks once; never throws for a database that is away. */
  void look() {
    String fault = fault();
    State before = state;
    state = fault == null ? new State.Up() : new State.Down(fault);
    if (!state.equals(before)) {
      if (fault == null) {
        LOG.info("database is up");
      } else {
        LOG.error("database is down: {}; files wait until it is back", fault);
      }
    }
    firstLook.countDown();
    if (fault == null && !(before instanceof State.Up)) {
      refresh();
    }
  }

  /** Views, names and grants follow the mapping files; each run does it for its own table, too. */
  private void refresh() {
    try {
      wiring.analysts().refresh(wiring.mappings().read());
    } catch (RunStopped away) {
      LOG.warn("views for analysts were not refreshed: {}", away.issue().code());
    }
  }

  private void learn(Connection connection) throws SQLException {
    NodeClock clock = wiring.clock();
    Duration known = clock.correction();
    try (Statement statement = connection.createStatement()) {
      Instant before = clock.ofMachine();
      try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
        row.next();
        clock.learn(before, row.getObject(1, OffsetDateTime.class).toInstant(), clock.ofMachine());
      }
    }
    if (known.isZero() && !clock.correction().isZero()) {
      LOG.warn(
          "the clock of this machine is {} s off the database's, which counts; set it by NTP",
          -clock.correction().toSeconds());
    }
  }

  private @Nullable String fault() {
    try {
      Connections connections = wiring.connections();
      try (Connection connection = connections.connect(Purpose.QUERY)) {
        if (connection.isValid(ANSWER_SECONDS)) {
          learn(connection);
          return null;
        }
      }
      wiring.forgetDatabase();
      return "database.silent";
    } catch (SQLException lost) {
      wiring.forgetDatabase();
      return "SQLSTATE " + lost.getSQLState();
    } catch (RunStopped away) {
      return away.issue().code();
    }
  }
}
