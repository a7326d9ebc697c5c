package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;

/** Staged rows into the target, with what they say of their run. */
record Insertion(TableShape shape, long run) {

  /**
   * The statement.
   *
   * @param filter what follows {@code FROM pde_stage s}
   */
  String sql(String filter) {
    return "INSERT INTO warehouse."
        + Sql.name(shape.table())
        + " ("
        + Sql.names("", shape.names())
        + ", \"_run\", \"_row\", \"_period\") SELECT "
        + Sql.names("s.", shape.names())
        + ", "
        + run
        + ", s._row, s._period FROM pg_temp.pde_stage s"
        + filter
        + " ORDER BY s._ordinal";
  }
}
