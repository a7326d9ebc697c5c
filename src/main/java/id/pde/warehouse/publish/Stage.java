package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec.Repeated;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import id.pde.warehouse.table.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a keyed publication. {@code pde_stage} holds the delivery's rows, {@code
 * pde_exclusion} those that do not count, {@code pde_change} those that are new or differ; {@code
 * t} is the target. All three end with the transaction.
 */
final class Stage {

  static final String CREATE_EXCLUSIONS =
      "CREATE TEMP TABLE pde_exclusion"
          + " (ordinal bigint NOT NULL, why text NOT NULL, other bigint NOT NULL) ON COMMIT DROP";

  static final String DROP_EXCLUDED =
      "DELETE FROM pg_temp.pde_stage s USING pg_temp.pde_exclusion e WHERE s._ordinal = e.ordinal";

  static final String EXCLUSIONS =
      "SELECT ordinal, why, other FROM pg_temp.pde_exclusion ORDER BY ordinal";

  private final TableShape shape;
  private final StandingTable current;
  private final String target;

  Stage(TableShape shape, StandingTable current) {
    this.shape = shape;
    this.current = current;
    this.target = "warehouse." + Sql.name(shape.table());
  }

  /**
   * Rows that share a key: copies of an earlier row, then rows that differ. The rows looked at
   * closely are only those of keys that occur more than once.
   */
  String excludeRepeated(Repeated repeated) {
    String key = Sql.names("", shape.key());
    String winner =
        switch (repeated) {
          case REJECT -> "NULL::bigint";
          case FIRST -> "first_of_key";
          case LAST -> "last_variant";
        };
    String other =
        switch (repeated) {
          case REJECT -> "CASE WHEN _ordinal = first_of_key THEN last_of_key ELSE first_of_key END";
          case FIRST -> "first_of_key";
          case LAST -> "last_variant";
        };
    return """
        WITH repeated AS (
          SELECT %1$s FROM pg_temp.pde_stage GROUP BY %1$s HAVING count(*) > 1
        ), candidate AS (
          SELECT s.* FROM pg_temp.pde_stage s JOIN repeated r ON %2$s
        ), variant AS (
          SELECT _ordinal, %1$s,
                 min(_ordinal) OVER equal AS first_equal, max(_ordinal) OVER equal AS last_equal
            FROM candidate WINDOW equal AS (PARTITION BY %3$s)
        ), ranked AS (
          SELECT _ordinal, first_equal,
                 min(first_equal) OVER same_key AS first_of_key,
                 max(first_equal) OVER same_key AS last_of_key,
                 first_value(first_equal) OVER (PARTITION BY %1$s ORDER BY last_equal DESC) AS last_variant
            FROM variant WINDOW same_key AS (PARTITION BY %1$s)
        )
        INSERT INTO pg_temp.pde_exclusion
        SELECT _ordinal, 'REPEATED_EQUAL', first_equal FROM ranked WHERE _ordinal <> first_equal
        UNION ALL
        SELECT _ordinal, 'REPEATED_KEY', %5$s
          FROM ranked
         WHERE _ordinal = first_equal AND first_of_key <> last_of_key AND _ordinal IS DISTINCT FROM %4$s
        """
        .formatted(key, sameKey("s", "r"), Sql.names("", shape.names()), winner, other);
  }

  String excludeExisting() {
    return "INSERT INTO pg_temp.pde_exclusion SELECT s._ordinal, 'KEY_EXISTS', 0"
        + " FROM pg_temp.pde_stage s JOIN "
        + target
        + " t ON "
        + sameKey("s", "t");
  }

  /** Rows that are read again, and whose keys their own delivery or a later one loaded. */
  String excludeNewer(long run) {
    return "INSERT INTO pg_temp.pde_exclusion SELECT s._ordinal, 'KEY_NEWER', 0"
        + " FROM pg_temp.pde_stage s JOIN "
        + target
        + " t ON "
        + sameKey("s", "t")
        + " WHERE t.\"_run\" >= "
        + run;
  }

  String changes() {
    return "CREATE TEMP TABLE pde_change ON COMMIT DROP AS SELECT s._ordinal, "
        + absent()
        + " AS fresh FROM pg_temp.pde_stage s LEFT JOIN "
        + target
        + " t ON "
        + sameKey("s", "t")
        + " WHERE "
        + absent()
        + " OR "
        + differs();
  }

  String countChanges() {
    return "SELECT count(*) FILTER (WHERE fresh), count(*) FILTER (WHERE NOT fresh)"
        + " FROM pg_temp.pde_change";
  }

  String countPresent() {
    return "SELECT count(*), count(*) FILTER (WHERE " + isGone() + ") FROM " + target + " t";
  }

  /** Only rows whose key is new. */
  static String fresh() {
    return " JOIN pg_temp.pde_change c ON c._ordinal = s._ordinal AND c.fresh";
  }

  String keepUpdated(List<String> kept, long run) {
    return keep(kept)
        + " SELECT "
        + Sql.names("t.", kept)
        + ", "
        + run
        + ", 'update' FROM "
        + target
        + " t JOIN pg_temp.pde_stage s ON "
        + sameKey("s", "t")
        + " JOIN pg_temp.pde_change c ON c._ordinal = s._ordinal AND NOT c.fresh";
  }

  String update(Insertion insertion) {
    List<String> sets = new ArrayList<>();
    plain().forEach(name -> sets.add(Sql.name(name) + " = s." + Sql.name(name)));
    sets.add("\"_run\" = " + insertion.run());
    sets.add("\"_row\" = s._row");
    sets.add("\"_period\" = s._period");
    // Only tables of which a run was taken back have it.
    if (current.names().contains("_since")) {
      sets.add("\"_since\" = NULL");
    }
    return "UPDATE "
        + target
        + " t SET "
        + String.join(", ", sets)
        + " FROM pg_temp.pde_stage s JOIN pg_temp.pde_change c"
        + " ON c._ordinal = s._ordinal AND NOT c.fresh WHERE "
        + sameKey("s", "t");
  }

  /** What the delivery lacks goes to the history in one pass. */
  String delete(List<String> kept, long run) {
    return "WITH gone AS (DELETE FROM "
        + target
        + " t WHERE "
        + isGone()
        + " RETURNING "
        + Sql.names("t.", kept)
        + ") "
        + keep(kept)
        + " SELECT "
        + Sql.names("", kept)
        + ", "
        + run
        + ", 'delete' FROM gone";
  }

  private String keep(List<String> kept) {
    return "INSERT INTO history."
        + Sql.name(shape.table())
        + " ("
        + Sql.names("", kept)
        + ", \"_run_ended\", \"_ended_by\")";
  }

  private String isGone() {
    return "NOT EXISTS (SELECT FROM pg_temp.pde_stage s WHERE " + sameKey("s", "t") + ")";
  }

  private String absent() {
    return "t." + Sql.name(shape.key().get(0)) + " IS NULL";
  }

  /** A plan may meet a table that lacks a column: whatever comes then differs from nothing. */
  private String differs() {
    List<String> tests = new ArrayList<>();
    for (String name : plain()) {
      String there = current.names().contains(name) ? "t." + Sql.name(name) : "NULL";
      tests.add("s." + Sql.name(name) + " IS DISTINCT FROM " + there);
    }
    return tests.isEmpty() ? "false" : "(" + String.join(" OR ", tests) + ")";
  }

  private List<String> plain() {
    return shape.names().stream().filter(name -> !shape.key().contains(name)).toList();
  }

  private String sameKey(String left, String right) {
    return shape.key().stream()
        .map(name -> left + "." + Sql.name(name) + " = " + right + "." + Sql.name(name))
        .collect(Collectors.joining(" AND "));
  }
}
