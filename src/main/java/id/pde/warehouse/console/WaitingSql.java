package id.pde.warehouse.console;

import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.RowState;
import id.pde.run.overview.SetAside;
import id.pde.warehouse.ledger.IssueJson;
import id.pde.warehouse.ledger.RowStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL of rows that wait, narrowed by facets. */
final class WaitingSql {

  /** Kinds of issues {@code c} of a run; takes {@link #kind}. */
  static final String KIND =
      "c.severity = 'reject' AND (?::text IS NULL OR c.code = ?)"
          + " AND (?::text IS NULL OR c.column_name = ?)";

  /** Rows {@code q} with an issue of a kind, if one is asked for; takes {@link #rowKind}. */
  static final String ROW_KIND =
      """
      (?::text IS NULL AND ?::text IS NULL OR EXISTS (
          SELECT FROM json_array_elements(q.issues) AS i
           WHERE (?::text IS NULL OR i ->> 'code' = ?)
             AND (?::text IS NULL OR i ->> 'column' = ?)))
      """;

  /** The kinds of a run beside what of them is open and ignored, where rows were set aside. */
  static final String COUNTS =
      """
      pde.issue_count c LEFT JOIN pde.quarantine_count n
        ON n.run = c.run AND n.code = c.code AND n.column_name IS NOT DISTINCT FROM c.column_name
      """;

  private static final String RUNS =
      """
      SELECT r.run, r.mapping, r.agency, r.source_name FROM pde.run r
       WHERE r.outcome = 'loaded_with_rejects' AND r.undone_by IS NULL AND r.rejected > 0
         AND (?::text[] IS NULL OR r.agency = ANY (?::text[]))
         AND (?::text IS NULL OR r.mapping = ?)
         AND (?::text[] IS NULL OR r.run = ANY (?::text[]::bigint[])) AND r.run <= ?
         AND (?::text IS NULL AND ?::text IS NULL
              OR EXISTS (SELECT FROM %s WHERE c.run = r.run AND %s AND %s > 0))
         AND EXISTS (SELECT FROM pde.quarantine q WHERE q.run = r.run AND %s)
      """;

  private WaitingSql() {}

  /** Runs with rows of a state; takes {@link #arguments}. */
  static String runs(RowState state) {
    return RUNS.formatted(COUNTS, KIND, issues(state), RowStates.of(state));
  }

  /** How many issues of a kind the rows of a state have. */
  static String issues(RowState state) {
    return state == RowState.IGNORED ? "coalesce(n.ignored, 0)" : "coalesce(n.open, c.issues)";
  }

  static List<@Nullable Object> kind(Facets which) {
    List<@Nullable Object> kind = new ArrayList<>();
    kind.add(which.code());
    kind.add(which.code());
    kind.add(which.column());
    kind.add(which.column());
    return kind;
  }

  static List<@Nullable Object> rowKind(Facets which) {
    List<@Nullable Object> kind = new ArrayList<>();
    kind.add(which.code());
    kind.add(which.column());
    kind.addAll(kind(which));
    return kind;
  }

  static List<@Nullable Object> arguments(Facets which) {
    Set<Long> runs = which.runs();
    List<String> numbers = runs == null ? null : runs.stream().map(String::valueOf).toList();
    List<@Nullable Object> all = new ArrayList<>();
    all.add(which.agencies());
    all.add(which.agencies());
    all.add(which.mapping());
    all.add(which.mapping());
    all.add(numbers);
    all.add(numbers);
    all.add(which.upTo());
    all.addAll(rowKind(which));
    return all;
  }

  /** A row with its state. */
  static Rejected rejected(ResultSet row) throws SQLException {
    return new Rejected(
        row.getLong("ordinal"),
        row.getString("place"),
        IssueJson.readTexts(row.getString("headings")),
        IssueJson.readTexts(row.getString("row_values")),
        IssueJson.readIssues(row.getString("issues")),
        state(row),
        Pool.number(row, "settled_by"),
        aside(row));
  }

  static RowState state(ResultSet row) throws SQLException {
    return RowState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  static @Nullable SetAside aside(ResultSet row) throws SQLException {
    Instant at = Pool.instant(row, "ignored_at");
    return at == null
        ? null
        : new SetAside(at, row.getString("ignored_by"), row.getString("ignored_why"));
  }
}
