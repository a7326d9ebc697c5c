package id.pde.warehouse.console;

import id.pde.run.overview.Overview;
import id.pde.run.overview.RunLine;
import id.pde.warehouse.ledger.RowStates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger as pages list it. Safe for use by many threads. */
public final class PostgresOverview implements Overview {

  private static final String OF_AGENCIES = "(?::text[] IS NULL OR r.agency = ANY (?::text[]))";

  private static final String RUNS =
      "SELECT "
          + RunLines.COLUMNS
          + " FROM pde.run r WHERE "
          + OF_AGENCIES
          + """
           AND (?::text IS NULL OR r.mapping = ?) AND (?::text IS NULL OR r.outcome = ?)
           AND (?::text IS NULL OR position(lower(?) IN lower(r.source_name)) > 0)
           AND r.run < coalesce(?::bigint, 9223372036854775807)
         ORDER BY r.run DESC LIMIT ?
        """;

  private static final String ENDED =
      "SELECT r.outcome, count(*) FROM pde.run r WHERE r.started >= ? AND "
          + OF_AGENCIES
          + " GROUP BY r.outcome ORDER BY r.outcome";

  /** The newest run, and the newest one whose rows stand. */
  private static final String NEWEST =
      """
      SELECT (r.run = m.last) AS is_last, (r.run = m.loaded) AS is_loaded, %s
        FROM (SELECT max(r.run) AS last,
                     max(r.run) FILTER (WHERE r.outcome IN ('loaded', 'loaded_with_rejects')
                                          AND r.undone_by IS NULL) AS loaded
                FROM pde.run r
               WHERE r.mapping <> '' AND r.undoes IS NULL AND %s
               GROUP BY r.mapping) m
        JOIN pde.run r ON r.run IN (m.last, m.loaded)
      """
          .formatted(RunLines.COLUMNS, OF_AGENCIES);

  /**
   * The last word on every delivery that is not good: nothing newer of the same mapping and period,
   * or of the same file where no mapping took it.
   */
  private static final String ATTENTION =
      """
      SELECT %s FROM pde.run r
       WHERE r.started >= ? AND r.outcome IN ('waiting', 'refused', 'failed') AND r.undone_by IS NULL
         AND coalesce(r.decision, '') NOT IN ('declined', 'overtaken', 'approved')
         AND %s
         AND NOT EXISTS (SELECT FROM pde.run n
                          WHERE n.run > r.run AND n.mapping = r.mapping AND n.agency = r.agency
                            AND CASE WHEN r.mapping = '' THEN n.source_name = r.source_name
                                     ELSE n.period IS NOT DISTINCT FROM r.period OR r.period IS NULL END
                            AND n.undoes IS NULL)
         AND (r.mapping <> '' OR NOT EXISTS (SELECT FROM pde.run n
                          WHERE n.run > r.run AND n.sha256 = r.sha256 AND n.mapping <> ''))
       ORDER BY (r.outcome = 'waiting' AND r.plan IS NOT NULL) DESC, r.run DESC LIMIT ?
      """
          .formatted(RunLines.COLUMNS, OF_AGENCIES);

  private static final String DAYS =
      """
      SELECT (r.finished AT TIME ZONE 'Asia/Jakarta')::date AS day, count(*) AS runs,
             sum(r.accepted)::bigint AS accepted, sum(r.rejected)::bigint AS rejected
        FROM pde.run r
       WHERE r.started >= ? AND r.undoes IS NULL AND r.outcome IN ('loaded', 'loaded_with_rejects')
         AND %s AND (?::text IS NULL OR r.mapping = ?)
       GROUP BY 1 ORDER BY 1
      """
          .formatted(OF_AGENCIES);

  private static final String CHANGES =
      """
      SELECT at, what, action, who, detail, why FROM (
        SELECT v.first_used AS at, coalesce(min(h.number)::text, left(v.sha256, 12)) AS what, 'used' AS action,
               '' AS who, '' AS detail, '' AS why
          FROM pde.mapping_version v LEFT JOIN pde.mapping_history h USING (mapping, sha256)
         WHERE v.mapping = ? GROUP BY v.mapping, v.sha256, v.first_used
        UNION ALL
        SELECT c.at, c.schedule, c.action, c.who, coalesce(c.after, ''), c.why
          FROM pde.schedule s JOIN pde.schedule_change c USING (schedule)
         WHERE ? = ANY (s.datasets) AND c.action <> 'run'
        UNION ALL
        SELECT at, number::text, CASE WHEN restored IS NULL THEN 'version.' || origin ELSE 'version.restored' END,
               who, coalesce(restored::text, ''), note
          FROM pde.mapping_history WHERE mapping = ?) c
       ORDER BY at DESC LIMIT ?
      """;

  private static final String REJECTED =
      """
      SELECT q.ordinal, q.place, q.headings, q.row_values, q.issues, q.settled_by,
             q.ignored_at, q.ignored_by, q.ignored_why, %s AS state
        FROM pde.quarantine q %s
       WHERE q.run = ? AND q.ordinal > ? AND %s
       ORDER BY q.ordinal LIMIT ?
      """
          .formatted(RowStates.CODE, RowStates.SETTLING, WaitingSql.ROW_KIND);

  private final Pool pool;

  public PostgresOverview(Pool pool) {
    this.pool = pool;
  }

  @Override
  public List<RunLine> runs(Runs which) {
    return pool.list(
        RUNS,
        RunLines::line,
        which.agencies(),
        which.agencies(),
        which.mapping(),
        which.mapping(),
        which.outcome(),
        which.outcome(),
        which.text(),
        which.text(),
        which.before(),
        which.limit());
  }

  @Override
  public List<Ended> ended(@Nullable Set<String> agencies, Instant since) {
    return pool.list(
        ENDED,
        row -> new Ended(RunLines.outcome(row.getString(1)), row.getLong(2)),
        since,
        agencies,
        agencies);
  }

  @Override
  public List<Newest> newest(@Nullable Set<String> agencies) {
    Map<String, RunLine> last = new LinkedHashMap<>();
    Map<String, RunLine> loaded = new LinkedHashMap<>();
    pool.list(
        NEWEST,
        row -> {
          RunLine line = RunLines.line(row);
          if (row.getBoolean("is_last")) {
            last.put(line.mapping(), line);
          }
          if (row.getBoolean("is_loaded")) {
            loaded.put(line.mapping(), line);
          }
          return line;
        },
        agencies,
        agencies);
    List<Newest> all = new ArrayList<>();
    last.forEach((mapping, run) -> all.add(new Newest(mapping, run, loaded.get(mapping))));
    return all;
  }

  @Override
  public List<RunLine> attention(@Nullable Set<String> agencies, Instant since, int limit) {
    return pool.list(ATTENTION, RunLines::line, since, agencies, agencies, limit);
  }

  @Override
  public List<Day> days(@Nullable Set<String> agencies, @Nullable String mapping, Instant since) {
    return pool.list(
        DAYS,
        row ->
            new Day(
                row.getObject("day", LocalDate.class),
                row.getLong("runs"),
                row.getLong("accepted"),
                row.getLong("rejected")),
        since,
        agencies,
        agencies,
        mapping,
        mapping);
  }

  @Override
  public List<Change> changes(String mapping, int limit) {
    return pool.list(
        CHANGES,
        row ->
            new Change(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("what"),
                row.getString("action"),
                row.getString("who"),
                row.getString("detail"),
                row.getString("why")),
        mapping,
        mapping,
        mapping,
        limit);
  }

  @Override
  public List<Rejected> rejected(Rejects which) {
    return pool.list(
        REJECTED,
        WaitingSql::rejected,
        which.run(),
        which.after(),
        which.code(),
        which.column(),
        which.code(),
        which.code(),
        which.column(),
        which.column(),
        which.limit());
  }
}
