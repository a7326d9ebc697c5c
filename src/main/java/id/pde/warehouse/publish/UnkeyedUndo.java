package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a table without a key. Nothing tells equal rows of one run apart, so {@code
 * pde_version} puts them together by a hash, and they are counted: {@code pde_equal} says how many
 * there are of each kind and how many there should be. A version without {@code _since} is the one
 * that a load brought; others are its copies.
 */
record UnkeyedUndo(String table, List<String> columns, Undone undone, List<Long> makers)
    implements UndoScope {

  UnkeyedUndo {
    columns = List.copyOf(columns);
    makers = List.copyOf(makers);
  }

  /** Whoever made the rows that a load brought or ended. */
  static String makers(String table, Undone undone) {
    return "SELECT %1$d::bigint UNION SELECT \"_run\" FROM history.%2$s WHERE \"_run_ended\" = %1$d"
        .formatted(undone.load(), Sql.name(table));
  }

  @Override
  public List<String> collect() {
    List<String> statements = new ArrayList<>();
    statements.add(UndoScope.standing(table, undone));
    statements.add(versions());
    statements.add("CREATE INDEX ON pg_temp.pde_version (_kind, _maker)");
    statements.add("ANALYZE pg_temp.pde_version");
    statements.add(counts());
    statements.add("ANALYZE pg_temp.pde_equal");
    statements.add(back());
    return statements;
  }

  /**
   * Versions of whoever made what the load touched; under a load that was the whole table, all of
   * them. The makers stand in the statement as numbers: of those the server knows how many rows
   * they have.
   */
  private String versions() {
    if (undone.whole()) {
      return versions("", "");
    }
    String numbers = makers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return versions(
        " WHERE t.\"_run\" IN (" + numbers + ")", " WHERE h.\"_run\" IN (" + numbers + ")");
  }

  private String versions(String current, String ended) {
    return """
        CREATE TEMP TABLE pde_version ON COMMIT DROP AS
        SELECT hash_record_extended(ROW(%2$s, t."_run", t."_row", t."_period"), 0) AS _kind, t.ctid AS _place,
               NULL::tid AS _old, t."_run" AS _maker, t."_since" IS NULL AS _first,
               coalesce(t."_since", t."_run") AS _begun, NULL::bigint AS _ended
          FROM warehouse.%1$s t%4$s
        UNION ALL
        SELECT hash_record_extended(ROW(%3$s, h."_run", h."_row", h."_period"), 0), NULL, h.ctid, h."_run",
               h."_since" IS NULL, coalesce(h."_since", h."_run"), h."_run_ended"
          FROM history.%1$s h%5$s
        """
        .formatted(
            Sql.name(table), Sql.names("t.", columns), Sql.names("h.", columns), current, ended);
  }

  /** Kinds that the load touched, and those under it where it was the whole table. */
  private String counts() {
    return """
        CREATE TEMP TABLE pde_equal ON COMMIT DROP AS
        SELECT k._kind, k._maker, k._there, k._all,
               CASE WHEN s.run IS NULL THEN 0 ELSE greatest(least(k._all, whole._most) - gone._number, 0) END AS _wanted
          FROM (SELECT _kind, _maker, count(*) FILTER (WHERE _place IS NOT NULL) AS _there,
                       count(*) FILTER (WHERE _first) AS _all
                  FROM pg_temp.pde_version v GROUP BY _kind, _maker
                HAVING _maker = %1$d OR coalesce(bool_or(_ended = %1$d), false)%2$s) k
          LEFT JOIN pg_temp.pde_standing s ON s.run = k._maker
          CROSS JOIN LATERAL (
            SELECT min((SELECT count(*) FROM pg_temp.pde_version v
                         WHERE v._kind = k._kind AND v._maker = k._maker AND %3$s)) AS _most
              FROM pg_temp.pde_standing w WHERE w.whole AND w.run > k._maker) whole
          CROSS JOIN LATERAL (
            SELECT count(*) AS _number FROM pg_temp.pde_version v JOIN pg_temp.pde_standing w ON w.run = v._ended
             WHERE v._kind = k._kind AND v._maker = k._maker AND NOT w.whole) gone
        """
        .formatted(
            undone.load(),
            undone.whole() ? " OR _maker < " + undone.load() : "",
            UndoScope.covers("v", "w.run"));
  }

  private String back() {
    return """
        CREATE TEMP TABLE pde_back ON COMMIT DROP AS
        SELECT 'remove' AS _act, v._place, NULL::tid AS _old
          FROM (SELECT v.*, row_number() OVER (PARTITION BY _kind, _maker) AS _nth
                  FROM pg_temp.pde_version v WHERE _place IS NOT NULL) v
          JOIN pg_temp.pde_equal e USING (_kind, _maker) WHERE v._nth <= e._there - e._wanted
        UNION ALL
        SELECT 'bring', NULL, v._old
          FROM (SELECT v.*, row_number() OVER (PARTITION BY _kind, _maker) AS _nth
                  FROM pg_temp.pde_version v WHERE _old IS NOT NULL) v
          JOIN pg_temp.pde_equal e USING (_kind, _maker) WHERE v._nth <= e._wanted - e._there
        """;
  }

  @Override
  public String countKept() {
    return "SELECT coalesce(sum(_all - abs(_there - _wanted)), 0) FROM pg_temp.pde_equal WHERE _maker = "
        + undone.load();
  }

  @Override
  public String later() {
    return "SELECT DISTINCT v._ended FROM pg_temp.pde_version v JOIN pg_temp.pde_standing s ON s.run = v._ended"
        + " WHERE v._maker = "
        + undone.load()
        + " ORDER BY 1 DESC LIMIT 10";
  }
}
