package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.run.explain.MartSight;
import id.pde.warehouse.table.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the view of a table. Personal columns without protection are masked, specific
 * personal ones left out, and so are columns of which the mapping says nothing any more.
 */
final class ViewColumns {

  /** Of a name in PostgreSQL. */
  private static final int LONGEST = 63;

  private static final String SUFFIX = "_nama";

  private final Set<String> dated;
  private final Set<String> taken = new HashSet<>();
  private final List<ViewColumn> columns = new ArrayList<>();
  private final List<String> joins = new ArrayList<>();

  private ViewColumns(Set<String> dated) {
    this.dated = dated;
  }

  /**
   * A view's columns, and the joins that they need.
   *
   * @param joins clauses behind {@code FROM table t}
   */
  record Made(List<ViewColumn> columns, List<String> joins) {
    Made {
      columns = List.copyOf(columns);
      joins = List.copyOf(joins);
    }
  }

  /**
   * In the order of the table, to whose end new columns come.
   *
   * @param standing the columns of the table
   * @param dated the code lists whose codes have validities
   */
  static Made of(Mapping mapping, Collection<String> standing, Set<String> dated) {
    ViewColumns made = new ViewColumns(dated);
    made.taken.addAll(standing);
    made.taken.addAll(List.of("_period", "_run"));
    for (String origin : List.of("_period", "_run")) {
      made.columns.add(
          new ViewColumn(
              origin,
              origin,
              MartSight.VALUE,
              "t." + Sql.name(origin),
              String.valueOf(Comments.origin(origin))));
    }
    for (String name : standing) {
      int index = mapping.column(name);
      if (index >= 0) {
        made.add(mapping.columns().get(index));
      }
    }
    return new Made(made.columns, made.joins);
  }

  private void add(ColumnSpec column) {
    if (column.dataClass() == DataClass.PRIBADI_SPESIFIK) {
      return;
    }
    String value = "t." + Sql.name(column.name());
    if (column.dataClass() == DataClass.PRIBADI_UMUM && column.protect() == Protect.NONE) {
      columns.add(
          new ViewColumn(
              column.name(),
              column.name(),
              MartSight.MASKED,
              MaskSql.of(column, value),
              Comments.masked(column)));
      return;
    }
    columns.add(
        new ViewColumn(column.name(), column.name(), MartSight.VALUE, value, Comments.of(column)));
    if (column.type() instanceof ColumnType.CodeType code && column.protect() == Protect.NONE) {
      String list = code.list();
      columns.add(
          new ViewColumn(
              nameOf(column.name()),
              column.name(),
              MartSight.CODE_NAME,
              resolved(list, value),
              Comments.name(column, list)));
    }
  }

  /**
   * The name that the code had at the end of the row's period. A join on the whole key of {@code
   * pde.code} costs nothing where a query does not ask for the name.
   */
  private String resolved(String list, String value) {
    if (dated.contains(list)) {
      return """
      (SELECT c.name FROM pde.code c WHERE c.list = %s AND c.code = %s
        ORDER BY coalesce(c.valid_from <= pde.period_end(t."_period"), true) DESC, c.version DESC LIMIT 1)"""
          .formatted(Sql.literal(list), value);
    }
    String alias = "c" + (joins.size() + 1);
    joins.add(
        "LEFT JOIN pde.code %1$s ON %1$s.list = %2$s AND %1$s.code = %3$s AND %1$s.version = 1"
            .formatted(alias, Sql.literal(list), value));
    return alias + ".name";
  }

  /** A column of the mapping with that name keeps it. */
  private String nameOf(String column) {
    for (int number = 1; ; number++) {
      String end = number == 1 ? SUFFIX : SUFFIX + number;
      String name = column.substring(0, Math.min(column.length(), LONGEST - end.length())) + end;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /** Whether analysts may read the column in the table itself. */
  static boolean isGranted(@Nullable ColumnSpec column) {
    return column != null && column.dataClass().open();
  }
}
