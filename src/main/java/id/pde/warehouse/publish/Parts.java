package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec.Per;
import id.pde.warehouse.table.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a table that a delivery replaces: {@code pde_part} holds their values, one row each,
 * and ends with the transaction.
 *
 * @param columns whose values make a part; empty: the whole table
 */
record Parts(List<String> columns) {

  Parts {
    columns = List.copyOf(columns);
  }

  static Parts of(Per per) {
    return new Parts(per.period() ? List.of("_period") : per.columns());
  }

  boolean isWhole() {
    return columns.isEmpty();
  }

  /** Finds the parts that the staged rows speak of. */
  String find() {
    return "CREATE TEMP TABLE pde_part ON COMMIT DROP AS SELECT DISTINCT "
        + Sql.names("s.", columns)
        + " FROM pg_temp.pde_stage s";
  }

  /** Whether a row of the table is in one of them. */
  String within(String row) {
    if (isWhole()) {
      return "true";
    }
    return columns.stream()
        .map(name -> "p." + Sql.name(name) + " = " + row + "." + Sql.name(name))
        .collect(Collectors.joining(" AND ", "EXISTS (SELECT FROM pg_temp.pde_part p WHERE ", ")"));
  }
}
