package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import id.pde.warehouse.table.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a keyed publication. {@code pde_stage} holds the delivery's rows, {@code
 * pde_exclusion} those that do not count, {@code pde_change} where those that are new or differ
 * lie, and where those that they change do; {@code t} is the target. All three end with the
 * transaction.
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
  private final Parts parts;

  /**
   * @param target the table as SQL names it
   */
  Stage(TableShape shape, StandingTable current, String target, Parts parts) {
    this.parts = parts;
    this.shape = shape;
    this.current = current;
    this.target = target;
  }

  String excludeExisting() {
    return "INSERT INTO pg_temp.pde_exclusion SELECT s._ordinal, 'KEY_EXISTS', 0"
        + " FROM pg_temp.pde_stage s JOIN "
        + target
        + " t ON "
        + sameKey("s", "t");
  }

  /** Rows whose key the table holds from a period that ends later. */
  String excludeLate() {
    return "INSERT INTO pg_temp.pde_exclusion SELECT s._ordinal, 'LATE', 0"
        + " FROM pg_temp.pde_stage s JOIN "
        + target
        + " t ON "
        + sameKey("s", "t")
        + " JOIN pg_temp.pde_period_end mine ON mine.period = s._period"
        + " JOIN pg_temp.pde_period_end theirs ON theirs.period = t.\"_period\""
        + " WHERE theirs.ends > mine.ends";
  }

  /** The keys of rows that delete; the stage keeps rows of data only. */
  List<String> takeMarks() {
    return List.of(
        "CREATE TEMP TABLE pde_mark ON COMMIT DROP AS SELECT "
            + Sql.names("s.", shape.key())
            + " FROM pg_temp.pde_stage s WHERE s._deletes",
        "DELETE FROM pg_temp.pde_stage WHERE _deletes");
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
    return "CREATE TEMP TABLE pde_change ON COMMIT DROP AS SELECT s.ctid AS _mine, t.ctid AS _theirs, "
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

  static final String STAGED = " FROM pg_temp.pde_stage s";

  /** Rows that differ, with those that they change. */
  String changedRows() {
    return " FROM " + changing();
  }

  /** Rows that the delivery lacks. */
  String deletedRows() {
    return " FROM " + target + " t WHERE " + isGone() + " AND " + parts.within("t");
  }

  /** About how many rows the whole table has; 0: that is not known. */
  String estimateAll() {
    return "SELECT greatest(reltuples, 0)::bigint, 0 FROM pg_class WHERE oid = '"
        + target.replace("'", "''")
        + "'::regclass";
  }

  /** Rows of the whole table. */
  String countAll() {
    return "SELECT count(*), 0 FROM " + target;
  }

  /** Rows that the delivery marks. */
  String markedRows() {
    return " FROM " + target + " t WHERE " + isMarked();
  }

  String countChanges() {
    return "SELECT count(*) FILTER (WHERE fresh), count(*) FILTER (WHERE NOT fresh)"
        + " FROM pg_temp.pde_change";
  }

  /**
   * Rows that the delivery speaks of, and those among them that it lacks. Two counts: in a FILTER
   * the server looks through the whole stage for each row.
   */
  String countPresent() {
    return "SELECT (SELECT count(*) FROM "
        + target
        + " t WHERE "
        + parts.within("t")
        + "), (SELECT count(*)"
        + deletedRows()
        + ")";
  }

  /** Rows that the delivery marks. */
  String countMarked() {
    return "SELECT count(*), 0 FROM " + target + " t WHERE " + isMarked();
  }

  /** Only rows whose key is new. */
  static String fresh() {
    return " JOIN pg_temp.pde_change c ON c._mine = s.ctid AND c.fresh";
  }

  String keepUpdated(List<String> kept, long run) {
    return keep(kept)
        + " SELECT "
        + Sql.names("t.", kept)
        + ", "
        + run
        + ", 'update' FROM "
        + changing();
  }

  /**
   * Rows that differ and those that they change, by where they lie: from the comparison to the
   * commit neither the stage nor a row of the table moves.
   */
  private String changing() {
    return "pg_temp.pde_change c JOIN pg_temp.pde_stage s ON s.ctid = c._mine JOIN "
        + target
        + " t ON t.ctid = c._theirs";
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
        + " FROM pg_temp.pde_change c JOIN pg_temp.pde_stage s ON s.ctid = c._mine"
        + " WHERE t.ctid = c._theirs";
  }

  /** What the delivery lacks goes to the history in one pass. */
  String delete(List<String> kept, long run) {
    return delete(isGone() + " AND " + parts.within("t"), kept, run);
  }

  /** What the delivery marks goes to the history in one pass. */
  String deleteMarked(List<String> kept, long run) {
    return delete(isMarked(), kept, run);
  }

  private String delete(String which, List<String> kept, long run) {
    return "WITH gone AS (DELETE FROM "
        + target
        + " t WHERE "
        + which
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

  private String isMarked() {
    return "EXISTS (SELECT FROM pg_temp.pde_mark m WHERE " + sameKey("m", "t") + ")";
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
