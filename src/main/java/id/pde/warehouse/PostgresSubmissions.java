package id.pde.warehouse;

import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.run.Submissions;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Submissions by the ledger. Safe for use by many threads. */
public final class PostgresSubmissions implements Submissions {

  /** A held run that was overtaken or approved went on as another one. */
  private static final String QUESTION =
      """
      SELECT mapping, run, period, outcome, finished FROM pde.run
       WHERE mapping = ANY (?) AND period IS NOT NULL AND undoes IS NULL AND undone_by IS NULL
         AND outcome <> 'duplicate' AND coalesce(decision, '') <> 'overtaken'
         AND NOT (outcome = 'waiting' AND coalesce(decision, '') = 'approved')
       ORDER BY run
      """;

  private final Connections connections;
  private final Failures failures;

  public PostgresSubmissions(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public List<Submission> of(Collection<String> mappings) {
    List<Submission> found = new ArrayList<>();
    Map<String, Period> periods = new HashMap<>();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      statement.setArray(1, connection.createArrayOf("text", mappings.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new Submission(
                  row.getString(1),
                  row.getLong(2),
                  periods.computeIfAbsent(row.getString(3), Period::new),
                  RunOutcome.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
