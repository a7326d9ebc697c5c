package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a table with a key. {@code pde_touched} holds keys, {@code pde_version} all versions
 * of their rows, {@code pde_effect} the last standing load that wrote or deleted each.
 */
record KeyedUndo(String table, List<String> key, Undone undone) implements UndoScope {

  KeyedUndo {
    key = List.copyOf(key);
  }

  @Override
  public List<String> collect() {
    List<String> statements = new ArrayList<>();
    statements.add(UndoScope.standing(table, undone));
    statements.add(touched());
    statements.add("ANALYZE pg_temp.pde_touched");
    statements.add(versions());
    statements.add("ANALYZE pg_temp.pde_version");
    statements.add(effects());
    statements.add("ANALYZE pg_temp.pde_effect");
    statements.add(back());
    return statements;
  }

  private String touched() {
    String touched =
        "CREATE TEMP TABLE pde_touched ON COMMIT DROP AS SELECT %2$s FROM warehouse.%1$s t"
            + " WHERE t.\"_run\" = %4$d UNION SELECT %3$s FROM history.%1$s h"
            + " WHERE h.\"_run\" = %4$d OR h.\"_run_ended\" = %4$d";
    String under =
        """
         UNION SELECT %5$s FROM (
          SELECT %2$s, t."_run", coalesce(t."_since", t."_run") AS _begun, NULL::bigint AS _ended FROM warehouse.%1$s t
           UNION ALL
          SELECT %3$s, h."_run", coalesce(h."_since", h."_run"), h."_run_ended" FROM history.%1$s h) v
         GROUP BY %5$s HAVING min(v."_run") < %4$d AND NOT bool_or(%6$s)
        """;
    String sql = undone.whole() ? touched + under.stripTrailing() : touched;
    return sql.formatted(
        Sql.name(table),
        Sql.names("t.", key),
        Sql.names("h.", key),
        undone.load(),
        Sql.names("v.", key),
        UndoScope.covers("v", Long.toString(undone.load())));
  }

  private String versions() {
    return """
        CREATE TEMP TABLE pde_version ON COMMIT DROP AS
        SELECT %2$s, t.ctid AS _place, NULL::tid AS _old, t."_run" AS _maker,
               coalesce(t."_since", t."_run") AS _begun, NULL::bigint AS _ended, NULL::text AS _how
          FROM warehouse.%1$s t JOIN pg_temp.pde_touched k ON %3$s
        UNION ALL
        SELECT %4$s, NULL, h.ctid, h."_run", coalesce(h."_since", h."_run"), h."_run_ended", h."_ended_by"
          FROM history.%1$s h JOIN pg_temp.pde_touched k ON %5$s
        """
        .formatted(
            Sql.name(table),
            Sql.names("t.", key),
            same("k", "t"),
            Sql.names("h.", key),
            same("k", "h"));
  }

  private String effects() {
    return """
        CREATE TEMP TABLE pde_effect ON COMMIT DROP AS
        SELECT DISTINCT ON (%1$s) %1$s, _by, _gone
          FROM (SELECT %2$s, v._maker AS _by, false AS _gone
                  FROM pg_temp.pde_version v JOIN pg_temp.pde_standing s ON s.run = v._maker
                 UNION ALL
                SELECT %2$s, v._ended, true
                  FROM pg_temp.pde_version v JOIN pg_temp.pde_standing s ON s.run = v._ended
                 WHERE v._how = 'delete'
                 UNION ALL
                SELECT %3$s, s.run, true
                  FROM pg_temp.pde_touched k JOIN pg_temp.pde_standing s ON s.whole
                   AND NOT EXISTS (SELECT FROM pg_temp.pde_version v WHERE %4$s AND %5$s)) e
         ORDER BY %1$s, _by DESC
        """
        .formatted(
            Sql.names("e.", key),
            Sql.names("v.", key),
            Sql.names("k.", key),
            same("v", "k"),
            UndoScope.covers("v", "s.run"));
  }

  private String back() {
    return """
        CREATE TEMP TABLE pde_back ON COMMIT DROP AS
        SELECT CASE WHEN e._by IS NULL THEN 'remove' WHEN c._place IS NULL THEN 'bring' ELSE 'restore' END AS _act,
               c._place, o._old, %1$s
          FROM pg_temp.pde_touched k
          LEFT JOIN pg_temp.pde_effect e ON %2$s AND NOT e._gone
          LEFT JOIN pg_temp.pde_version c ON %3$s AND c._place IS NOT NULL
          LEFT JOIN (SELECT DISTINCT ON (%4$s, _maker) %4$s, _maker, _old FROM pg_temp.pde_version v
                      WHERE _old IS NOT NULL ORDER BY %4$s, _maker, _begun) o ON %5$s AND o._maker = e._by
         WHERE c._maker IS DISTINCT FROM e._by
        """
        .formatted(
            Sql.names("k.", key),
            same("e", "k"),
            same("c", "k"),
            Sql.names("v.", key),
            same("o", "k"));
  }

  @Override
  public String countKept() {
    return "SELECT count(*)" + kept();
  }

  @Override
  public String later() {
    return "SELECT DISTINCT e._by"
        + kept()
        + " AND e._by > "
        + undone.load()
        + " ORDER BY 1 DESC LIMIT 10";
  }

  private String kept() {
    return """
         FROM pg_temp.pde_touched k LEFT JOIN pg_temp.pde_effect e ON %1$s
         WHERE NOT EXISTS (SELECT FROM pg_temp.pde_back b WHERE %2$s)
           AND EXISTS (SELECT FROM pg_temp.pde_version v WHERE %3$s AND (v._maker = %4$d OR v._ended = %4$d))\
        """
        .formatted(same("e", "k"), same("b", "k"), same("v", "k"), undone.load());
  }

  private String same(String left, String right) {
    return key.stream()
        .map(name -> left + "." + Sql.name(name) + " = " + right + "." + Sql.name(name))
        .collect(Collectors.joining(" AND "));
  }
}
