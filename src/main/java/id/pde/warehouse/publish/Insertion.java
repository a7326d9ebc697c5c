package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import org.jspecify.annotations.Nullable;

/** Staged rows into the target, with what they say of their run. */
record Insertion(TableShape shape, long run, @Nullable String period) {

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
        + ", s._row, "
        + periodSql()
        + " FROM pg_temp.pde_stage s"
        + filter
        + " ORDER BY s._ordinal";
  }

  String periodSql() {
    return period == null ? "NULL" : Sql.literal(period);
  }
}
