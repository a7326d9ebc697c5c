package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import java.util.List;

/**
 * Finds what taking a run back changes. A table holds what the loads that stand made of it, in the
 * order of their numbers; so when one of them falls or rises, the rows that it touched become what
 * the last standing load made of them. A load that was the whole table also took away what it
 * lacked and what others brought under it.
 *
 * <p>{@code pde_standing} holds the loads that stand afterwards, {@code pde_back} what is to be
 * done: {@code remove} and {@code restore} a current row ({@code _place}), {@code restore} and
 * {@code bring} an old version ({@code _old}). They end with the transaction.
 */
interface UndoScope {

  /** The statements that fill {@code pde_back}. */
  List<String> collect();

  /** Rows that the load touched and that stay, for a later one changed them. */
  String countKept();

  /** The runs that did. */
  String later();

  /** The loads of the table that stand afterwards. */
  static String standing(String table, Undone undone) {
    return "CREATE TEMP TABLE pde_standing ON COMMIT DROP AS SELECT run, whole FROM pde.run"
        + (" WHERE table_name = " + Sql.literal(table) + " AND published IS NOT NULL")
        + " AND undoes IS NULL AND "
        + (undone.rises()
            ? "(undone_by IS NULL OR run = " + undone.load() + ")"
            : "undone_by IS NULL AND run <> " + undone.load());
  }

  /** Whether a version stood after a run, as SQL. */
  static String covers(String version, String run) {
    return "%1$s._begun <= %2$s AND (%1$s._ended IS NULL OR %1$s._ended > %2$s)"
        .formatted(version, run);
  }
}
