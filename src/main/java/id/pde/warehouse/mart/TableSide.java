package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements that present a table: comments, the view, grants. They depend on the mapping and
 * on what stands, so equal texts mean that nothing is to be done.
 *
 * @param role whether the role of analysts is there
 * @param dated the code lists whose codes have validities
 */
record TableSide(
    Mapping mapping,
    StandingTable current,
    StandingTable history,
    boolean role,
    Set<String> dated) {

  /** What analysts may read in a table beside its own columns. */
  private static final Set<String> ORIGIN =
      Set.of("_run", "_row", "_period", "_since", "_run_ended", "_ended_by");

  String view() {
    return "mart." + Sql.name(mapping.target().table());
  }

  /** Makes the view, or puts it in the place of one whose columns it begins with. */
  String makeView() {
    ViewColumns.Made made = made();
    List<String> columns =
        made.columns().stream()
            .map(column -> column.expression() + " AS " + Sql.name(column.name()))
            .toList();
    String sql =
        "CREATE OR REPLACE VIEW "
            + view()
            + " AS SELECT "
            + String.join(", ", columns)
            + " FROM warehouse."
            + Sql.name(mapping.target().table())
            + " t";
    return made.joins().isEmpty() ? sql : sql + " " + String.join(" ", made.joins());
  }

  /** What gives the table as it was; null: it has no history. */
  @Nullable AsOfSide asOf() {
    return history.exists()
        ? new AsOfSide(mapping.target().table(), current, history, made())
        : null;
  }

  /** What is to be done once the view stands. */
  List<String> describeAndGrant() {
    List<String> statements = new ArrayList<>();
    String comment = Comments.table(mapping);
    statements.add("COMMENT ON VIEW " + view() + " IS " + Sql.literal(comment));
    for (ViewColumn column : made().columns()) {
      statements.add(comment(view(), column.name(), column.comment()));
    }
    table("warehouse", current, comment, statements);
    table("history", history, Comments.history(mapping), statements);
    AsOfSide asOf = asOf();
    if (asOf != null) {
      statements.addAll(asOf.describe());
    }
    if (role) {
      String views = asOf == null ? view() : view() + ", " + asOf.view();
      statements.add("GRANT SELECT ON " + views + " TO " + AnalystRole.NAME);
    }
    return statements;
  }

  private ViewColumns.Made made() {
    return ViewColumns.of(mapping, current.names(), dated);
  }

  private void table(
      String schema, StandingTable standing, String comment, List<String> statements) {
    if (!standing.exists()) {
      return;
    }
    String table = schema + "." + Sql.name(mapping.target().table());
    statements.add("COMMENT ON TABLE " + table + " IS " + Sql.literal(comment));
    List<String> granted = new ArrayList<>();
    for (String name : standing.names()) {
      ColumnSpec column = column(name);
      String said = column == null ? Comments.origin(name) : Comments.of(column);
      if (said != null) {
        statements.add(comment(table, name, said));
      }
      if (ORIGIN.contains(name) || ViewColumns.isGranted(column)) {
        granted.add(name);
      }
    }
    if (role) {
      statements.add("REVOKE ALL ON " + table + " FROM " + AnalystRole.NAME);
      statements.add(
          "GRANT SELECT (" + Sql.names("", granted) + ") ON " + table + " TO " + AnalystRole.NAME);
    }
  }

  private @Nullable ColumnSpec column(String name) {
    int index = mapping.column(name);
    return index < 0 ? null : mapping.columns().get(index);
  }

  private static String comment(String relation, String column, String comment) {
    return "COMMENT ON COLUMN " + relation + "." + Sql.name(column) + " IS " + Sql.literal(comment);
  }
}
