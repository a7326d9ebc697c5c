package id.pde.warehouse.ledger;

import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.Packed;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.RunReport.SourceFile;
import id.pde.run.check.CheckResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of {@code pde.run}, waiting for its issues. */
record StoredRun(
    RunReport bare, List<Issue> details, List<IssueCount> issues, List<CheckResult> checks) {

  /** What jsonb prints of the counts that RunWriting gave it. */
  private static final Pattern FILTERED = Pattern.compile("\"(\\w+)\": (\\d+)");

  static StoredRun of(ResultSet row) throws SQLException {
    String waitsFor = row.getString("waits_for_id");
    RunReport bare =
        new RunReport(
            row.getLong("run"),
            RunOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
            waitsFor == null ? null : new Text(waitsFor, row.getString("waits_for_en")),
            row.getString("mapping"),
            row.getString("mapping_sha256"),
            row.getString("agency"),
            row.getString("table_name"),
            source(row),
            period(row.getString("period")),
            counts(row),
            filtered(row.getString("filtered_by")),
            List.of(),
            List.of(),
            new Text(row.getString("message_id"), row.getString("message_en")),
            instant(row, "started"),
            instant(row, "finished"),
            row.getBoolean("forced"),
            number(row, "related"),
            row.getBoolean("answered"),
            List.of(),
            List.of(),
            new RunReport.Undo(number(row, "undoes"), number(row, "undone_by")));
    return new StoredRun(
        bare.with(ApprovalWriting.read(row)).with(TotalsJson.read(row.getString("totals"))),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  RunReport report() {
    return new RunReport(
            bare.run(),
            bare.outcome(),
            bare.waitsFor(),
            bare.mapping(),
            bare.mappingSha256(),
            bare.agency(),
            bare.table(),
            bare.source(),
            bare.period(),
            bare.counts(),
            bare.filtered(),
            issues,
            details,
            bare.message(),
            bare.started(),
            bare.finished(),
            bare.forced(),
            bare.related(),
            bare.answered(),
            List.of(),
            checks,
            bare.undo())
        .with(bare.approval())
        .with(bare.totals());
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static SourceFile source(ResultSet row) throws SQLException {
    return new SourceFile(
        row.getString("source_name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        Delivery.Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
        row.getObject("claim", UUID.class),
        packed(row),
        ResubmissionColumns.read(row));
  }

  private static @Nullable Packed packed(ResultSet row) throws SQLException {
    String bundle = row.getString("bundle");
    return bundle == null
        ? null
        : new Packed(bundle, row.getString("bundle_sha256"), row.getString("member"));
  }

  private static @Nullable Period period(@Nullable String text) {
    return text == null ? null : new Period(text);
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

  private static Map<FilterReason, Long> filtered(String json) {
    Map<FilterReason, Long> filtered = new EnumMap<>(FilterReason.class);
    Matcher found = FILTERED.matcher(json);
    while (found.find()) {
      FilterReason reason = FilterReason.valueOf(found.group(1).toUpperCase(Locale.ROOT));
      filtered.put(reason, Long.valueOf(found.group(2)));
    }
    return filtered;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
