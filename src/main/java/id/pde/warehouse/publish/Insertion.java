package id.pde.warehouse.publish;

import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import java.util.ArrayList;
import java.util.List;

/** Staged rows into the target, with what they say of their run. */
record Insertion(TableShape shape, long run) {

  /** All rows of the stage, as they lie there: in the order of the delivery. */
  String all() {
    return rows("");
  }

  /**
   * Some of them, put into that order.
   *
   * @param filter what follows {@code FROM pde_stage s}
   */
  String some(String filter) {
    return rows(filter + " ORDER BY s._ordinal");
  }

  private String rows(String filter) {
    List<String> names = new ArrayList<>(shape.names());
    names.addAll(shape.keyForm().added());
    return "INSERT INTO warehouse."
        + Sql.name(shape.table())
        + " ("
        + Sql.names("", names)
        + ", \"_run\", \"_row\", \"_period\") SELECT "
        + Sql.names("s.", names)
        + ", "
        + run
        + ", s._row, s._period FROM pg_temp.pde_stage s"
        + filter;
  }
}
