package id.pde.warehouse.ledger;

import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.run.Packed;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.Unmatched;
import id.pde.run.check.CheckResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes all that the ledger keeps of a run, in the caller's transaction. */
public final class RunWriting {

  private static final String MAPPING =
      """
      INSERT INTO pde.mapping_version (mapping, sha256, file, content) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String DELIVERY =
      """
      INSERT INTO pde.delivery (sha256, bytes, first_name, first_seen) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String RUN =
      """
      INSERT INTO pde.run (run, outcome, waits_for_id, waits_for_en, mapping, mapping_sha256, agency, table_name,
        source_name, sha256, bytes, form, claim, period, rows_read, accepted, rejected, filtered, inserted, updated,
        unchanged, deleted, warned, filtered_by, message_id, message_en, started, finished, forced, related, answered,
        bundle, bundle_sha256, member, published, whole, reach, totals,
        mapping_number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?,
        CASE WHEN ? THEN greatest(clock_timestamp(), (SELECT max(published) FROM pde.run WHERE table_name = ?)) END, ?, ?,
        ?::jsonb,
        -- The newest with this text that was there when the run began; one that it brought itself came later.
        (SELECT coalesce(max(h.number) FILTER (WHERE h.at <= ?), max(h.number))
           FROM pde.mapping_history h WHERE h.mapping = ? AND h.sha256 = ?))
      """;

  private static final String ISSUE =
      """
      INSERT INTO pde.issue (run, ordinal, code, severity, place, place_parts, column_name, value, open, rule,
        message_id, message_en, fix_id, fix_en)
      VALUES (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COUNT =
      """
      INSERT INTO pde.issue_count (run, ordinal, code, severity, column_name, issues, example, example_value)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String UNMATCHED =
      """
      INSERT INTO pde.unmatched (run, column_name, list, value, rows, waits, example)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String CHECK =
      """
      INSERT INTO pde.check_result (run, ordinal, name, severity, verdict, value, expected, faults)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private RunWriting() {}

  /**
   * Writes what is known of a run.
   *
   * @param mapping null: no mapping took the delivery
   */
  public static void write(Connection connection, RunReport report, @Nullable Mapping mapping)
      throws SQLException {
    if (mapping == null) {
      writeDelivery(connection, report);
    } else {
      writeMappingAndDelivery(connection, report, mapping);
    }
    writeRun(connection, report, mapping);
    ApprovalWriting.write(connection, report);
    ResubmissionColumns.write(connection, report, mapping);
    writeIssues(connection, report);
    writeCounts(connection, report);
    writeUnmatched(connection, report);
    writeChecks(connection, report);
  }

  /** One round trip, but for a text that nobody has seen so far. */
  private static void writeMappingAndDelivery(
      Connection connection, RunReport report, Mapping mapping) throws SQLException {
    String sql = MAPPING + ";" + DELIVERY + ";" + MappingNumbers.KNOWN;
    boolean known;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters parameters = new Parameters(statement);
      parameters.text(mapping.id());
      parameters.text(mapping.text().sha256());
      parameters.text(mapping.text().file());
      parameters.text(mapping.text().content());
      delivery(parameters, report);
      parameters.text(mapping.id());
      parameters.text(mapping.text().sha256());
      statement.execute();
      while (!statement.getMoreResults()) {
        if (statement.getUpdateCount() < 0) {
          throw new SQLException("the server left a question without an answer", "XX000");
        }
      }
      try (ResultSet row = statement.getResultSet()) {
        known = row.next();
      }
    }
    if (!known) {
      MappingNumbers.note(connection, mapping);
    }
  }

  private static void writeDelivery(Connection connection, RunReport report) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DELIVERY)) {
      delivery(new Parameters(statement), report);
      statement.executeUpdate();
    }
  }

  private static void delivery(Parameters parameters, RunReport report) throws SQLException {
    parameters.text(report.source().sha256());
    parameters.number(report.source().bytes());
    parameters.text(report.source().name());
    parameters.instant(report.started());
  }

  private static void writeRun(Connection connection, RunReport report, @Nullable Mapping mapping)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RUN)) {
      Parameters parameters = new Parameters(statement);
      Text waitsFor = report.waitsFor();
      parameters.number(report.run());
      parameters.text(report.outcome().code());
      parameters.text(waitsFor == null ? null : waitsFor.id());
      parameters.text(waitsFor == null ? null : waitsFor.en());
      parameters.text(report.mapping());
      parameters.text(report.mappingSha256());
      parameters.text(report.agency());
      parameters.text(report.table());
      writeSource(parameters, report);
      writeNumbers(parameters, report);
      parameters.text(report.message().id());
      parameters.text(report.message().en());
      parameters.instant(report.started());
      parameters.instant(report.finished());
      parameters.truth(report.forced());
      parameters.object(report.related(), Types.BIGINT);
      parameters.truth(report.answered());
      Packed packed = report.source().packed();
      parameters.text(packed == null ? null : packed.bundle());
      parameters.text(packed == null ? null : packed.sha256());
      parameters.text(packed == null ? null : packed.member());
      // One clock for all, and one that never goes back within a table.
      parameters.truth(report.outcome().publishes());
      parameters.text(report.table());
      Reach reach = Reach.of(report, mapping);
      parameters.truth(reach == Reach.WHOLE);
      parameters.text(reach.code());
      parameters.text(TotalsJson.text(report.totals()));
      parameters.instant(report.started());
      parameters.text(report.mapping());
      parameters.text(report.mappingSha256());
      statement.executeUpdate();
    }
  }

  private static void writeSource(Parameters parameters, RunReport report) throws SQLException {
    Period period = report.period();
    parameters.text(report.source().name());
    parameters.text(report.source().sha256());
    parameters.number(report.source().bytes());
    parameters.text(report.source().form().name().toLowerCase(Locale.ROOT));
    parameters.object(report.source().claim(), Types.OTHER);
    parameters.text(period == null ? null : period.text());
  }

  private static void writeNumbers(Parameters parameters, RunReport report) throws SQLException {
    Counts counts = report.counts();
    parameters.number(counts.read());
    parameters.number(counts.accepted());
    parameters.number(counts.rejected());
    parameters.number(counts.filtered());
    parameters.number(counts.inserted());
    parameters.number(counts.updated());
    parameters.number(counts.unchanged());
    parameters.number(counts.deleted());
    parameters.number(counts.warned());
    parameters.text(filtered(report.filtered()));
  }

  private static String filtered(Map<FilterReason, Long> filtered) {
    StringJoiner json = new StringJoiner(", ", "{", "}");
    filtered.forEach(
        (reason, rows) -> json.add('"' + reason.name().toLowerCase(Locale.ROOT) + "\": " + rows));
    return json.toString();
  }

  private static void writeIssues(Connection connection, RunReport report) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ISSUE)) {
      int ordinal = 0;
      for (Issue issue : report.details()) {
        Parameters parameters = new Parameters(statement);
        parameters.number(report.run());
        parameters.number(++ordinal);
        parameters.text(issue.code());
        parameters.text(issue.severity().name().toLowerCase(Locale.ROOT));
        parameters.text(issue.location().shown());
        parameters.text(IssueJson.location(issue.location()));
        parameters.text(issue.column());
        parameters.text(issue.open() ? issue.value() : null);
        parameters.truth(issue.open());
        parameters.text(issue.rule());
        parameters.text(issue.message().id());
        parameters.text(issue.message().en());
        parameters.text(issue.fix().id());
        parameters.text(issue.fix().en());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void writeCounts(Connection connection, RunReport report) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      int ordinal = 0;
      for (IssueCount count : report.issues()) {
        Parameters parameters = new Parameters(statement);
        parameters.number(report.run());
        parameters.number(++ordinal);
        parameters.text(count.code());
        parameters.text(count.severity().name().toLowerCase(Locale.ROOT));
        parameters.text(count.column());
        parameters.number(count.count());
        parameters.text(count.example());
        parameters.text(count.exampleValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void writeUnmatched(Connection connection, RunReport report) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UNMATCHED)) {
      for (Unmatched unmatched : report.unmatched()) {
        Parameters parameters = new Parameters(statement);
        parameters.number(report.run());
        parameters.text(unmatched.column());
        parameters.text(unmatched.list());
        parameters.text(unmatched.value());
        parameters.number(unmatched.rows());
        parameters.truth(unmatched.waits());
        parameters.text(unmatched.example());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void writeChecks(Connection connection, RunReport report) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHECK)) {
      int ordinal = 0;
      for (CheckResult check : report.checks()) {
        Parameters parameters = new Parameters(statement);
        parameters.number(report.run());
        parameters.number(++ordinal);
        parameters.text(check.name());
        parameters.text(check.severity().name().toLowerCase(Locale.ROOT));
        parameters.text(check.verdict().code());
        parameters.object(check.value(), Types.NUMERIC);
        parameters.object(check.expected(), Types.NUMERIC);
        parameters.number(check.faults());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Sets one parameter after the other. */
  private static final class Parameters {
    private final PreparedStatement statement;
    private int position;

    private Parameters(PreparedStatement statement) {
      this.statement = statement;
    }

    private void text(@Nullable String text) throws SQLException {
      statement.setString(++position, Storable.textOrNull(text));
    }

    private void number(long number) throws SQLException {
      statement.setLong(++position, number);
    }

    private void truth(boolean truth) throws SQLException {
      statement.setBoolean(++position, truth);
    }

    private void instant(Instant instant) throws SQLException {
      statement.setObject(++position, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private void object(@Nullable Object object, int type) throws SQLException {
      statement.setObject(++position, object, type);
    }
  }
}
