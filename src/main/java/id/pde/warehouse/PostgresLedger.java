package id.pde.warehouse;

import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.RunReading;
import id.pde.warehouse.ledger.RunReading.Selection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the ledger of {@code pde}. Safe for use by many threads. */
public final class PostgresLedger implements Ledger {

  private final Connections connections;
  private final Failures failures;

  public PostgresLedger(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public List<RunReport> runs(Filter filter) {
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    if (filter.mapping() != null) {
      conditions.add("mapping = ?");
      parameters.add(filter.mapping());
    }
    if (filter.outcome() != null) {
      conditions.add("outcome = ?");
      parameters.add(filter.outcome());
    }
    parameters.add(filter.limit());
    String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    return select(new Selection(where + " ORDER BY run DESC LIMIT ?", parameters));
  }

  @Override
  public @Nullable RunReport run(long run) {
    return only(select(new Selection("WHERE run = ?", List.of(run))));
  }

  @Override
  public List<RunReport> runsSince(String mapping, RunOutcome outcome, Instant since) {
    return select(
        new Selection(
            "WHERE mapping = ? AND outcome = ? AND started >= ? ORDER BY run",
            List.of(mapping, outcome.code(), OffsetDateTime.ofInstant(since, ZoneOffset.UTC))));
  }

  @Override
  public List<Trace> traces() {
    String sql =
        "SELECT DISTINCT sha256, mapping, period, coalesce(bundle_sha256, '') FROM pde.run";
    List<Trace> traces = new ArrayList<>();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String period = row.getString(3);
        traces.add(
            new Trace(
                row.getString(1),
                row.getString(2),
                period == null ? null : new Period(period),
                row.getString(4)));
      }
      return traces;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<Long> laterLoads(String table, long run) {
    String sql =
        """
        SELECT run FROM pde.run
         WHERE table_name = ? AND run > ? AND published IS NOT NULL AND undoes IS NULL AND undone_by IS NULL
           AND related IS DISTINCT FROM ?
         ORDER BY run DESC
        """;
    List<Long> runs = new ArrayList<>();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      statement.setLong(2, run);
      statement.setLong(3, run);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.add(row.getLong(1));
        }
      }
      return runs;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<RunReport> runsOfClaim(UUID claim) {
    return select(new Selection("WHERE claim = ? ORDER BY run", List.of(claim)));
  }

  @Override
  public List<RunReport> undecided(String mapping) {
    return select(
        new Selection(
            "WHERE mapping = ? AND outcome = 'waiting' AND plan IS NOT NULL AND decision IS NULL"
                + " ORDER BY run DESC",
            List.of(mapping)));
  }

  @Override
  public List<RunReport> unanswered() {
    return select(new Selection("WHERE NOT answered ORDER BY run", List.of()));
  }

  @Override
  public void answered(long run) {
    // Not waited for until it is on the disk: where the power fails before, the answer is there and
    // is only looked at again.
    String sql =
        """
        UPDATE pde.run SET answered = true
         WHERE run = ? AND NOT answered AND set_config('synchronous_commit', 'off', true) IS NOT NULL
        """;
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, run);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public @Nullable BigDecimal checkedBefore(String mapping, String check) {
    String sql =
        """
        SELECT c.value FROM pde.check_result c JOIN pde.run r USING (run)
         WHERE c.name = ? AND r.mapping = ? AND r.outcome IN ('loaded', 'loaded_with_rejects')
           AND r.undone_by IS NULL
         ORDER BY run DESC LIMIT 1
        """;
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, check);
      statement.setString(2, mapping);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getBigDecimal(1) : null;
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public void rejects(long run, Consumer<RejectedRow> taker) {
    rejects(run, false, taker);
  }

  @Override
  public void rejected(long run, Consumer<RejectedRow> taker) {
    rejects(run, true, taker);
  }

  private void rejects(long run, boolean all, Consumer<RejectedRow> taker) {
    try (Connection connection = connections.openShort()) {
      connection.setAutoCommit(false);
      RunReading.rejects(connection, run, all, taker);
      connection.rollback();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private List<RunReport> select(Selection selection) {
    try (Connection connection = connections.openShort()) {
      return RunReading.runs(connection, selection);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private static @Nullable RunReport only(List<RunReport> runs) {
    return runs.isEmpty() ? null : runs.get(0);
  }
}
