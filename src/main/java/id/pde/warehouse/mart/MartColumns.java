package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.run.explain.Lineage.MartColumn;
import java.util.List;
import java.util.Set;

/** The columns that the view of a table has by its mapping alone. */
public final class MartColumns {

  private MartColumns() {}

  /** In the order of the mapping; columns that a table has of earlier mappings show in none. */
  public static List<MartColumn> of(Mapping mapping) {
    List<String> stored =
        mapping.columns().stream().filter(ColumnSpec::isStored).map(ColumnSpec::name).toList();
    return ViewColumns.of(mapping, stored, Set.of()).columns().stream()
        .map(column -> new MartColumn(column.name(), column.source(), column.sight()))
        .toList();
  }
}
