package id.pde.warehouse.publish;

import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.TargetUnavailable;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks the ledger over a new connection whether a COMMIT arrived whose answer did not. */
final class CommitQuestion {

  /** A server that restarts needs a while for its recovery. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long PAUSE_MILLIS = 500;

  private final Connections connections;
  private final Failures failures;

  CommitQuestion(Connections connections, Failures failures) {
    this.connections = connections;
    this.failures = failures;
  }

  /**
   * Whether the run is in the ledger.
   *
   * @throws TargetUnavailable when nobody can say
   */
  boolean isCommitted(long run) {
    long begun = System.nanoTime();
    while (true) {
      try {
        return ask(run);
      } catch (SQLException failure) {
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        if (waited.compareTo(PATIENCE) > 0 || !pause()) {
          throw unknown(run, failure);
        }
      }
    }
  }

  /** The lost transaction may still be at work; its lock is free only when it has ended. */
  private boolean ask(long run) throws SQLException {
    try (Connection connection = connections.connect(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL lock_timeout = '30s'");
      }
      Locks.takeRun(connection, run);
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT FROM pde.run WHERE run = ?")) {
        statement.setLong(1, run);
        try (ResultSet answer = statement.executeQuery()) {
          return answer.next();
        }
      }
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private TargetUnavailable unknown(long run, SQLException failure) {
    Advice advice =
        new Advice(
            "COMMIT",
            new Text(
                "Sambungan terputus saat menyimpan; belum diketahui apakah proses %d tersimpan"
                    .formatted(run),
                "The connection was lost while saving; whether run %d was kept is not known"
                    .formatted(run)),
            new Text(
                "Setelah basis data hidup lagi, lihat: pde run %d".formatted(run),
                "When the database is back, look: pde run %d".formatted(run)));
    return new TargetUnavailable(failures.issue("database.commit_unknown", advice), failure);
  }
}
