package id.pde.warehouse.console;

import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.overview.RunLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

/** Runs as lists show them. */
final class RunLines {

  /** Of {@code pde.run r}. */
  static final String COLUMNS =
      """
      r.run, r.outcome, r.mapping, r.agency, r.table_name, r.source_name, r.period, r.rows_read,
      r.accepted, r.rejected, r.filtered, r.inserted, r.updated, r.unchanged, r.deleted, r.warned,
      r.message_id, r.message_en, r.started, r.finished, r.undoes, r.undone_by, r.decision,
      (r.outcome = 'waiting' AND r.plan IS NOT NULL AND r.decision IS NULL) AS undecided
      """;

  private RunLines() {}

  static RunLine line(ResultSet row) throws SQLException {
    return new RunLine(
        row.getLong("run"),
        outcome(row.getString("outcome")),
        row.getString("mapping"),
        row.getString("agency"),
        row.getString("table_name"),
        row.getString("source_name"),
        row.getString("period"),
        counts(row),
        new Text(row.getString("message_id"), row.getString("message_en")),
        Objects.requireNonNull(Pool.instant(row, "started")),
        Objects.requireNonNull(Pool.instant(row, "finished")),
        row.getBoolean("undecided"),
        row.getString("decision"),
        Pool.number(row, "undoes"),
        Pool.number(row, "undone_by"));
  }

  static RunOutcome outcome(String code) {
    return RunOutcome.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("rows_read"),
        row.getLong("accepted"),
        row.getLong("rejected"),
        row.getLong("filtered"),
        row.getLong("inserted"),
        row.getLong("updated"),
        row.getLong("unchanged"),
        row.getLong("deleted"),
        row.getLong("warned"));
  }
}
