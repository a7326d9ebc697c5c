package id.pde.warehouse.ledger;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Ledger.RejectedRow;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.check.CheckResult;
import id.pde.run.check.CheckResult.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Reads runs and quarantine back. */
public final class RunReading {

  private static final int FETCHED = 500;

  private static final String REJECTS =
      """
      SELECT ordinal, place, headings, row_values, issues FROM pde.quarantine q
       WHERE run = ? AND (? OR %s) ORDER BY ordinal
      """
          .formatted(RowStates.OPEN);

  /** Most runs have nothing of these: then the one statement is all. */
  private static final String RUNS =
      """
      SELECT run.*,
             EXISTS (SELECT FROM pde.issue i WHERE i.run = run.run) AS has_issues,
             EXISTS (SELECT FROM pde.issue_count c WHERE c.run = run.run) AS has_counts,
             EXISTS (SELECT FROM pde.check_result k WHERE k.run = run.run) AS has_checks
        FROM pde.run
      """;

  private RunReading() {}

  /** A condition and an order over {@code pde.run}, with its parameters. */
  public record Selection(String sql, List<Object> parameters) {
    public Selection {
      parameters = List.copyOf(parameters);
    }
  }

  /** Runs with their issues; four statements at most, whatever their number. */
  public static List<RunReport> runs(Connection connection, Selection selection)
      throws SQLException {
    Map<Long, StoredRun> runs = new LinkedHashMap<>();
    Set<Long> issues = new LinkedHashSet<>();
    Set<Long> counts = new LinkedHashSet<>();
    Set<Long> checks = new LinkedHashSet<>();
    String sql = RUNS + selection.sql();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < selection.parameters().size(); i++) {
        statement.setObject(i + 1, selection.parameters().get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long run = row.getLong("run");
          runs.put(run, StoredRun.of(row));
          note(row.getBoolean("has_issues"), run, issues);
          note(row.getBoolean("has_counts"), run, counts);
          note(row.getBoolean("has_checks"), run, checks);
        }
      }
    }
    if (!issues.isEmpty()) {
      addIssues(connection, runs, issues);
    }
    if (!counts.isEmpty()) {
      addCounts(connection, runs, counts);
    }
    if (!checks.isEmpty()) {
      addChecks(connection, runs, checks);
    }
    return runs.values().stream().map(StoredRun::report).toList();
  }

  private static void note(boolean has, long run, Set<Long> with) {
    if (has) {
      with.add(run);
    }
  }

  /**
   * The rows of a run in quarantine, by a cursor: the connection must not be in autocommit.
   *
   * @param all whether also those that wait no longer
   */
  public static void rejects(
      Connection connection, long run, boolean all, Consumer<RejectedRow> taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REJECTS)) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, run);
      statement.setBoolean(2, all);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.accept(
              new RejectedRow(
                  row.getLong(1),
                  row.getString(2),
                  IssueJson.readTexts(row.getString(3)),
                  IssueJson.readTexts(row.getString(4)),
                  IssueJson.readIssues(row.getString(5))));
        }
      }
    }
  }

  private static void addIssues(Connection connection, Map<Long, StoredRun> runs, Set<Long> which)
      throws SQLException {
    String sql = "SELECT * FROM pde.issue WHERE run = ANY (?) ORDER BY run, ordinal";
    try (PreparedStatement statement = ofRuns(connection, sql, which);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        of(runs, row).details().add(issue(row));
      }
    }
  }

  private static void addCounts(Connection connection, Map<Long, StoredRun> runs, Set<Long> which)
      throws SQLException {
    String sql = "SELECT * FROM pde.issue_count WHERE run = ANY (?) ORDER BY run, ordinal";
    try (PreparedStatement statement = ofRuns(connection, sql, which);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        of(runs, row).issues().add(count(row));
      }
    }
  }

  private static void addChecks(Connection connection, Map<Long, StoredRun> runs, Set<Long> which)
      throws SQLException {
    String sql = "SELECT * FROM pde.check_result WHERE run = ANY (?) ORDER BY run, ordinal";
    try (PreparedStatement statement = ofRuns(connection, sql, which);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        of(runs, row).checks().add(check(row));
      }
    }
  }

  private static CheckResult check(ResultSet row) throws SQLException {
    return new CheckResult(
        row.getString("name"),
        severity(row),
        Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
        row.getBigDecimal("value"),
        row.getBigDecimal("expected"),
        row.getLong("faults"));
  }

  private static PreparedStatement ofRuns(Connection connection, String sql, Set<Long> runs)
      throws SQLException {
    // Closed by the caller, which has it in its try.
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setArray(1, connection.createArrayOf("bigint", runs.toArray()));
    return statement;
  }

  private static StoredRun of(Map<Long, StoredRun> runs, ResultSet row) throws SQLException {
    return Objects.requireNonNull(runs.get(row.getLong("run")));
  }

  private static Issue issue(ResultSet row) throws SQLException {
    return new Issue(
        row.getString("code"),
        severity(row),
        IssueJson.readLocation(row.getString("place_parts")),
        row.getString("column_name"),
        row.getString("value"),
        row.getBoolean("open"),
        row.getString("rule"),
        new Text(row.getString("message_id"), row.getString("message_en")),
        new Text(row.getString("fix_id"), row.getString("fix_en")));
  }

  private static IssueCount count(ResultSet row) throws SQLException {
    return new IssueCount(
        row.getString("code"),
        severity(row),
        row.getString("column_name"),
        row.getLong("issues"),
        row.getString("example"),
        row.getString("example_value"));
  }

  private static Severity severity(ResultSet row) throws SQLException {
    return Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT));
  }
}
