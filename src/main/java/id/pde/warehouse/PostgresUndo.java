package id.pde.warehouse;

import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.RunReport;
import id.pde.run.Undoing;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.publish.OpenUndo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Takes runs back in PostgreSQL. Safe for use by many threads. */
public final class PostgresUndo implements Undoing {

  private final Connections connections;
  private final InstantSource clock;
  private final Failures failures;

  public PostgresUndo(Connections connections, InstantSource clock) {
    this.connections = connections;
    this.clock = clock;
    this.failures = new Failures(connections.place());
  }

  @Override
  public Preview preview(RunReport run) {
    return in(connection -> OpenUndo.open(connection, run).settle());
  }

  @Override
  public RunReport undo(RunReport run) {
    Instant started = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return in(
        connection -> {
          OpenUndo undo = OpenUndo.open(connection, run);
          Preview settled = undo.settle();
          Instant finished = clock.instant().truncatedTo(ChronoUnit.MICROS);
          // With the table held, as numbers rise within a table.
          RunReport report = report(undo.number(), run, settled, new Times(started, finished));
          undo.write(settled, report);
          connection.commit();
          return report;
        });
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * A transaction that is rolled back unless the work commits it: a session that is only closed may
   * hold its table for a moment longer than its caller believes.
   */
  private <T> T in(Work<T> work) {
    try (Connection connection = connections.open(Purpose.LOADING)) {
      connection.setAutoCommit(false);
      try {
        return work.on(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private record Times(Instant started, Instant finished) {}

  private static RunReport report(long number, RunReport run, Preview settled, Times times) {
    Text rows = settled.text();
    return new RunReport(
        number,
        RunOutcome.LOADED,
        null,
        run.mapping(),
        run.mappingSha256(),
        run.agency(),
        run.table(),
        run.source(),
        run.period(),
        OpenUndo.counts(settled),
        Map.of(),
        List.of(),
        List.of(),
        new Text(
            "Run " + run.run() + " dibatalkan: " + rows.id() + ".",
            "Run " + run.run() + " was taken back: " + rows.en() + "."),
        times.started(),
        times.finished(),
        true,
        run.run(),
        true,
        List.of(),
        List.of(),
        new RunReport.Undo(run.run(), null));
  }
}
