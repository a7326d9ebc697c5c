package id.pde.warehouse.console;

import id.pde.run.overview.Quarantine;
import id.pde.warehouse.ledger.IssueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The waiting rows of all runs. Rows of a run wait or are settled together, so that the counts that
 * the run left hold as long as one of them waits. Safe for use by many threads.
 */
public final class PostgresQuarantine implements Quarantine {

  private static final String KIND =
      "c.severity = 'reject' AND (?::text IS NULL OR c.code = ?)"
          + " AND (?::text IS NULL OR c.column_name = ?)";

  /** Runs with rows that wait; takes what {@code arguments} gives. */
  private static final String WAITING =
      """
      SELECT r.run, r.mapping, r.agency, r.source_name FROM pde.run r
       WHERE r.outcome = 'loaded_with_rejects' AND r.undone_by IS NULL AND r.rejected > 0
         AND (?::text[] IS NULL OR r.agency = ANY (?::text[]))
         AND (?::text IS NULL OR r.mapping = ?)
         AND (?::text[] IS NULL OR r.run = ANY (?::text[]::bigint[])) AND r.run <= ?
         AND EXISTS (SELECT FROM pde.issue_count c WHERE c.run = r.run AND %s)
         AND EXISTS (SELECT FROM pde.quarantine q WHERE q.run = r.run AND q.settled_by IS NULL)
      """
          .formatted(KIND);

  private static final String RUNS = WAITING + " ORDER BY r.run";

  private static final String GROUPS =
      """
      SELECT w.*, c.code, c.column_name, c.issues, c.example
        FROM (%s AND r.run < ? ORDER BY r.run DESC LIMIT ?) w
        JOIN pde.issue_count c ON c.run = w.run AND %s
       ORDER BY w.run DESC, c.issues DESC, c.ordinal
      """
          .formatted(WAITING, KIND);

  private static final String KINDS =
      """
      SELECT c.code, c.column_name, sum(c.issues)::bigint AS issues, count(*) AS runs
        FROM (%s) w JOIN pde.issue_count c ON c.run = w.run AND %s
       GROUP BY c.code, c.column_name ORDER BY issues DESC, c.code, c.column_name
      """
          .formatted(WAITING, KIND);

  private static final String SHARES =
      """
      SELECT w.agency, count(*) AS runs, sum(n.rows)::bigint AS rows,
             max(w.run) AS newest
        FROM (%s) w CROSS JOIN LATERAL (
             SELECT count(*) AS rows FROM pde.quarantine q
              WHERE q.run = w.run AND q.settled_by IS NULL) n
       GROUP BY w.agency ORDER BY w.agency
      """
          .formatted(WAITING);

  private static final String HEADINGS =
      """
      SELECT DISTINCT q.headings::text AS headings
        FROM (%s) w JOIN pde.quarantine q ON q.run = w.run AND q.settled_by IS NULL
       ORDER BY headings
      """
          .formatted(WAITING);

  private final Pool pool;

  public PostgresQuarantine(Pool pool) {
    this.pool = pool;
  }

  @Override
  public List<Group> groups(Facets which, @Nullable Long before, int runs) {
    List<@Nullable Object> more = new ArrayList<>();
    more.add(before == null ? Long.MAX_VALUE : before);
    more.add(runs);
    more.addAll(kind(which));
    return pool.list(
        GROUPS,
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
    return pool.list(
        KINDS,
        row ->
            new Kind(
                row.getString("code"),
                row.getString("column_name"),
                row.getLong("issues"),
                row.getLong("runs")),
        arguments(which, kind(which)));
  }

  @Override
  public List<Share> shares(Facets which) {
    return pool.list(
        SHARES,
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
    return pool.list(RUNS, row -> row.getLong("run"), arguments(which, List.of()));
  }

  @Override
  public List<List<String>> headings(Facets which) {
    return pool.list(
        HEADINGS,
        row -> IssueJson.readTexts(row.getString("headings")),
        arguments(which, List.of()));
  }

  private static List<@Nullable Object> kind(Facets which) {
    List<@Nullable Object> kind = new ArrayList<>();
    kind.add(which.code());
    kind.add(which.code());
    kind.add(which.column());
    kind.add(which.column());
    return kind;
  }

  private static @Nullable Object[] arguments(Facets which, List<@Nullable Object> more) {
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
    all.addAll(kind(which));
    all.addAll(more);
    return all.toArray();
  }
}
