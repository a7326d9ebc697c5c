package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that takes a run back. A version that comes back says in {@code _run} who made it, and in
 * {@code _since} from which run on it stands again. {@code pde_made} holds the current rows that it
 * made, {@code pde_ended} the versions that it ended, {@code pde_back} what is to be done: {@code
 * remove} and {@code restore} a current row ({@code _place}), {@code restore} and {@code bring} an
 * old version ({@code _old}). All three end with the transaction.
 *
 * @param columns that table and history share, without those of PDE
 * @param dated whether both have {@code _since} already
 * @param key empty: rows have none, and versions do not follow each other
 */
record UndoSql(String table, List<String> columns, List<String> key, boolean dated, long run) {

  UndoSql {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  private String current() {
    return "warehouse." + Sql.name(table);
  }

  private String history() {
    return "history." + Sql.name(table);
  }

  private String keys(String before) {
    return key.isEmpty() ? "" : ", " + Sql.names(before, key);
  }

  private String same(String left, String right) {
    return key.stream()
        .map(name -> left + "." + Sql.name(name) + " = " + right + "." + Sql.name(name))
        .collect(Collectors.joining(" AND "));
  }

  /** The statements that fill the three. */
  List<String> collect() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TEMP TABLE pde_made ON COMMIT DROP AS SELECT t.ctid AS _place"
            + keys("t.")
            + " FROM "
            + current()
            + " t WHERE t.\"_run\" = "
            + run
            + (dated ? " OR t.\"_since\" = " + run : ""));
    statements.add(
        "CREATE TEMP TABLE pde_ended ON COMMIT DROP AS SELECT h.ctid AS _old, h.\"_ended_by\" AS _how"
            + keys("h.")
            + " FROM "
            + history()
            + " h WHERE h.\"_run_ended\" = "
            + run);
    statements.add("ANALYZE pg_temp.pde_made");
    statements.add("ANALYZE pg_temp.pde_ended");
    statements.add(key.isEmpty() ? backUnkeyed() : backKeyed());
    return statements;
  }

  private static final String EMPTY_TID = "NULL::tid";

  private String backUnkeyed() {
    return "CREATE TEMP TABLE pde_back ON COMMIT DROP AS SELECT 'remove' AS _act, m._place, "
        + EMPTY_TID
        + " AS _old FROM pg_temp.pde_made m UNION ALL SELECT 'bring', "
        + EMPTY_TID
        + ", e._old FROM pg_temp.pde_ended e";
  }

  private String backKeyed() {
    return """
        CREATE TEMP TABLE pde_back ON COMMIT DROP AS
        SELECT 'restore' AS _act, m._place, e._old%1$s
          FROM pg_temp.pde_made m JOIN pg_temp.pde_ended e ON %2$s
        UNION ALL
        SELECT 'remove', m._place, %7$s%1$s
          FROM pg_temp.pde_made m WHERE NOT EXISTS (SELECT FROM pg_temp.pde_ended e WHERE %2$s)
        UNION ALL
        SELECT 'bring', %7$s, e._old%3$s
          FROM pg_temp.pde_ended e
         WHERE e._how = 'delete'
           AND NOT EXISTS (SELECT FROM %4$s t WHERE %5$s)
           AND NOT EXISTS (SELECT FROM %6$s h JOIN pde.run r ON r.run = h."_run"
                            WHERE %8$s AND h."_run" > %9$d AND r.undone_by IS NULL)
        """
        .formatted(
            keys("m."),
            same("e", "m"),
            keys("e."),
            current(),
            same("t", "e"),
            history(),
            EMPTY_TID,
            same("h", "e"),
            run);
  }

  /** Which of these columns some old version lacks; one truth value each. */
  String lacking(List<String> required) {
    return required.stream()
        .map(name -> "coalesce(bool_or(h." + Sql.name(name) + " IS NULL), false)")
        .collect(
            Collectors.joining(
                ", ",
                "SELECT ",
                " FROM pg_temp.pde_back b JOIN " + history() + " h ON h.ctid = b._old"));
  }

  /** Old versions that lack a value which the table wants by now do not come back. */
  String impossible(List<String> required) {
    String lacking =
        required.stream()
            .map(name -> "h." + Sql.name(name) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    return "DELETE FROM pg_temp.pde_back b USING "
        + history()
        + " h WHERE h.ctid = b._old AND ("
        + lacking
        + ")";
  }

  String count() {
    return "SELECT count(*) FILTER (WHERE _act = 'remove'), count(*) FILTER (WHERE _act = 'restore'),"
        + " count(*) FILTER (WHERE _act = 'bring') FROM pg_temp.pde_back";
  }

  /** Versions that the run made or ended, and that have become something else since. */
  String countKept() {
    if (key.isEmpty()) {
      return "SELECT count(*) FROM " + history() + " h WHERE h.\"_run\" = " + run;
    }
    return """
        SELECT count(*) FROM (
          SELECT %1$s FROM pg_temp.pde_ended e
           UNION SELECT %2$s FROM %3$s h WHERE h."_run" = %4$d) k
         WHERE NOT EXISTS (SELECT FROM pg_temp.pde_back b WHERE %5$s)
           AND NOT EXISTS (SELECT FROM pg_temp.pde_made m WHERE %6$s)
        """
        .formatted(
            Sql.names("e.", key),
            Sql.names("h.", key),
            history(),
            run,
            same("b", "k"),
            same("m", "k"));
  }

  /** The runs that changed what the run made. */
  String later() {
    return "SELECT DISTINCT h.\"_run_ended\" FROM "
        + history()
        + " h WHERE h.\"_run\" = "
        + run
        + " ORDER BY 1 DESC LIMIT 10";
  }

  /** The statements that do it, in their order; each says how many rows it wrote. */
  String keepRestored(long by) {
    return keep() + versions("t.") + ", " + by + ", 'update' FROM " + current() + placed("restore");
  }

  String restore(long by) {
    List<String> sets = new ArrayList<>();
    columns.forEach(name -> sets.add(Sql.name(name) + " = h." + Sql.name(name)));
    sets.add("\"_run\" = h.\"_run\"");
    sets.add("\"_since\" = " + by);
    sets.add("\"_row\" = h.\"_row\"");
    sets.add("\"_period\" = h.\"_period\"");
    return "UPDATE "
        + current()
        + " t SET "
        + String.join(", ", sets)
        + " FROM pg_temp.pde_back b JOIN "
        + history()
        + " h ON h.ctid = b._old WHERE b._act = 'restore' AND t.ctid = b._place";
  }

  String keepRemoved(long by) {
    return keep() + versions("t.") + ", " + by + ", 'delete' FROM " + current() + placed("remove");
  }

  String remove() {
    return "DELETE FROM "
        + current()
        + " t USING pg_temp.pde_back b WHERE b._act = 'remove' AND t.ctid = b._place";
  }

  String bring(long by) {
    return "INSERT INTO "
        + current()
        + " ("
        + Sql.names("", columns)
        + ", \"_run\", \"_row\", \"_period\", \"_since\") SELECT "
        + Sql.names("h.", columns)
        + ", h.\"_run\", h.\"_row\", h.\"_period\", "
        + by
        + " FROM "
        + history()
        + " h JOIN pg_temp.pde_back b ON b._old = h.ctid WHERE b._act = 'bring'";
  }

  private String keep() {
    return "INSERT INTO "
        + history()
        + " ("
        + versions("")
        + ", \"_run_ended\", \"_ended_by\") SELECT ";
  }

  private String versions(String before) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(List.of("_run", "_row", "_period", "_since"));
    return Sql.names(before, all);
  }

  private static String placed(String act) {
    return " t JOIN pg_temp.pde_back b ON b._place = t.ctid AND b._act = '" + act + "'";
  }
}
