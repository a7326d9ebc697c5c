package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that takes a run back, once {@code pde_back} says what is to be done. A version that
 * comes back says in {@code _run} who made it, and in {@code _since} from which run on it stands
 * again.
 *
 * @param columns that table and history share, without those of PDE
 */
record UndoSql(String table, List<String> columns) {

  UndoSql {
    columns = List.copyOf(columns);
  }

  private String current() {
    return "warehouse." + Sql.name(table);
  }

  private String history() {
    return "history." + Sql.name(table);
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
    return "UPDATE pg_temp.pde_back b SET _act = 'impossible' FROM "
        + history()
        + " h WHERE h.ctid = b._old AND ("
        + lacking
        + ")";
  }

  String count() {
    return "SELECT count(*) FILTER (WHERE _act = 'remove'), count(*) FILTER (WHERE _act = 'restore'),"
        + " count(*) FILTER (WHERE _act = 'bring') FROM pg_temp.pde_back";
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
