package id.pde.warehouse.console;

import id.pde.run.overview.Quarantine;
import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowState;
import id.pde.warehouse.ledger.IssueJson;
import id.pde.warehouse.ledger.RowStates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The waiting rows of all runs. Of a run of which no row was ever set aside, all rows wait or none:
 * the counts that it left hold as long as one of them waits. Safe for use by many threads.
 */
public final class PostgresQuarantine implements Quarantine {

  private static final String GROUPS =
      """
      SELECT w.*, c.code, c.column_name, %s AS issues, c.example
        FROM (%s AND r.run < ? ORDER BY r.run DESC LIMIT ?) w
        JOIN (%s) ON c.run = w.run AND %s AND %1$s > 0
       ORDER BY w.run DESC, issues DESC, c.ordinal
      """;

  private static final String KINDS =
      """
      SELECT c.code, c.column_name, sum(%s)::bigint AS issues, count(*) AS runs
        FROM (%s) w JOIN (%s) ON c.run = w.run AND %s AND %1$s > 0
       GROUP BY c.code, c.column_name ORDER BY issues DESC, c.code, c.column_name
      """;

  private static final String SHARES =
      """
      SELECT w.agency, count(*) AS runs, sum(n.rows)::bigint AS rows,
             max(w.run) AS newest
        FROM (%s) w CROSS JOIN LATERAL (
             SELECT count(*) AS rows FROM pde.quarantine q WHERE q.run = w.run AND %s) n
       GROUP BY w.agency ORDER BY w.agency
      """;

  private static final String HEADINGS =
      """
      SELECT DISTINCT q.headings::text AS headings
        FROM (%s) w JOIN pde.quarantine q ON q.run = w.run AND %s
       ORDER BY headings
      """;

  /** The first run may have no row left behind the last one that was shown. */
  private static final String ROWS =
      """
      SELECT w.*, q.*
        FROM (%s ORDER BY r.run DESC LIMIT ?) w CROSS JOIN LATERAL (
             SELECT q.ordinal, q.place, q.headings, q.row_values, q.issues, q.settled_by,
                    q.ignored_at, q.ignored_by, q.ignored_why, '%s' AS state
               FROM pde.quarantine q
              WHERE q.run = w.run AND %s AND (w.run < ? OR q.ordinal > ?) AND %s
              ORDER BY q.ordinal LIMIT ?) q
       ORDER BY w.run DESC, q.ordinal LIMIT ?
      """;

  private final Pool pool;

  public PostgresQuarantine(Pool pool) {
    this.pool = pool;
  }

  @Override
  public List<Group> groups(Facets which, @Nullable Long before, int runs) {
    RowState state = which.state();
    String issues = WaitingSql.issues(state);
    List<@Nullable Object> more = new ArrayList<>();
    more.add(before == null ? Long.MAX_VALUE : before);
    more.add(runs);
    more.addAll(WaitingSql.kind(which));
    return pool.list(
        GROUPS.formatted(issues, WaitingSql.runs(state), WaitingSql.COUNTS, WaitingSql.KIND),
        row ->
            new Group(
                row.getLong("run"),
                row.getString("mapping"),
                row.getString("agency"),
                row.getString("source_name"),
                row.getString("code"),
                row.getString("column_name"),
                row.getLong("issues"),
                row.getString("example")),
        arguments(which, more));
  }

  @Override
  public List<Kind> kinds(Facets which) {
    RowState state = which.state();
    String issues = WaitingSql.issues(state);
    return pool.list(
        KINDS.formatted(issues, WaitingSql.runs(state), WaitingSql.COUNTS, WaitingSql.KIND),
        row ->
            new Kind(
                row.getString("code"),
                row.getString("column_name"),
                row.getLong("issues"),
                row.getLong("runs")),
        arguments(which, WaitingSql.kind(which)));
  }

  @Override
  public List<Share> shares(Facets which) {
    return pool.list(
        SHARES.formatted(WaitingSql.runs(which.state()), RowStates.of(which.state())),
        row ->
            new Share(
                row.getString("agency"),
                row.getLong("runs"),
                row.getLong("rows"),
                row.getLong("newest")),
        arguments(which, List.of()));
  }

  @Override
  public List<Long> runs(Facets which) {
    return pool.list(
        WaitingSql.runs(which.state()) + " ORDER BY r.run",
        row -> row.getLong("run"),
        arguments(which, List.of()));
  }

  @Override
  public List<List<String>> headings(Facets which) {
    return pool.list(
        HEADINGS.formatted(WaitingSql.runs(which.state()), RowStates.of(which.state())),
        row -> IssueJson.readTexts(row.getString("headings")),
        arguments(which, List.of()));
  }

  @Override
  public List<Line> rows(Facets which, RowMarks.@Nullable Key after, int limit) {
    RowState state = which.state();
    Facets from = after == null || after.run() >= which.upTo() ? which : which.upTo(after.run());
    List<@Nullable Object> more = new ArrayList<>();
    more.add(limit + 1);
    more.add(after == null ? Long.MAX_VALUE : after.run());
    more.add(after == null ? Long.MIN_VALUE : after.ordinal());
    more.addAll(WaitingSql.rowKind(which));
    more.add(limit);
    more.add(limit);
    String sql =
        ROWS.formatted(
            WaitingSql.runs(state), state.code(), RowStates.of(state), WaitingSql.ROW_KIND);
    return pool.list(
        sql,
        row ->
            new Line(
                row.getLong("run"),
                row.getString("mapping"),
                row.getString("agency"),
                row.getString("source_name"),
                WaitingSql.rejected(row)),
        arguments(from, more));
  }

  private static @Nullable Object[] arguments(Facets which, List<@Nullable Object> more) {
    List<@Nullable Object> all = WaitingSql.arguments(which);
    all.addAll(more);
    return all.toArray();
  }
}
