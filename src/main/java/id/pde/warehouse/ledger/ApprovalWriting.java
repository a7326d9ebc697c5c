package id.pde.warehouse.ledger;

import id.pde.run.Approval;
import id.pde.run.Approval.Decision;
import id.pde.run.Approval.Verdict;
import id.pde.run.RunReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes and reads what a second person has to do with a run, in the caller's transaction. */
public final class ApprovalWriting {

  private static final String OF_RUN =
      """
      UPDATE pde.run SET plan = ?, asked_by = ?, decision = ?, decided_by = ?, decided_at = ?, decision_reason = ?
       WHERE run = ?
      """;

  private static final String DECIDE =
      """
      UPDATE pde.run SET decision = ?, decided_by = ?, decided_at = ?, decision_reason = ?
       WHERE run = ? AND outcome = 'waiting' AND plan IS NOT NULL AND decision IS NULL
      """;

  private ApprovalWriting() {}

  /** Whether the held run had no decision yet and has this one now. */
  public static boolean decide(Connection connection, long held, Decision decision)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DECIDE)) {
      set(statement, 1, decision);
      statement.setLong(5, held);
      return statement.executeUpdate() == 1;
    }
  }

  /** Writes it beside a run that stands in the ledger. */
  static void write(Connection connection, RunReport report) throws SQLException {
    Approval approval = report.approval();
    if (approval == null) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(OF_RUN)) {
      statement.setString(1, approval.plan());
      statement.setString(2, Storable.textOrNull(approval.askedBy()));
      set(statement, 3, approval.decision());
      statement.setLong(7, report.run());
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, int first, @Nullable Decision decision)
      throws SQLException {
    statement.setString(first, decision == null ? null : decision.verdict().code());
    statement.setString(first + 1, decision == null ? null : Storable.textOrNull(decision.by()));
    statement.setObject(
        first + 2,
        decision == null ? null : OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC));
    statement.setString(
        first + 3, decision == null ? null : Storable.textOrNull(decision.reason()));
  }

  static @Nullable Approval read(ResultSet row) throws SQLException {
    String plan = row.getString("plan");
    if (plan == null) {
      return null;
    }
    return new Approval(plan, text(row, "asked_by"), decision(row));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    String verdict = row.getString("decision");
    return verdict == null
        ? null
        : new Decision(
            Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
            text(row, "decided_by"),
            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
            text(row, "decision_reason"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
