package id.pde.warehouse.table;

import id.pde.warehouse.table.TableShape.Filling;
import id.pde.warehouse.table.Widening.Side;
import java.util.ArrayList;
import java.util.List;

/** The statements that make a table and its history. */
final class Creation {

  private Creation() {}

  static List<String> current(TableShape shape) {
    List<String> parts = new ArrayList<>();
    for (TableShape.Column column : shape.columns()) {
      String required = column.filling() == Filling.REQUIRED ? " NOT NULL" : "";
      parts.add(column.definition() + required);
    }
    parts.add("\"_run\" bigint NOT NULL");
    parts.add("\"_row\" text NOT NULL");
    parts.add("\"_period\" text");
    if (!shape.key().isEmpty()) {
      parts.add("PRIMARY KEY (" + Sql.names("", shape.key()) + ")");
    }
    String table = Side.CURRENT.qualified(shape.table());
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + table + " (" + String.join(", ", parts) + ")");
    statements.add("COMMENT ON TABLE " + table + " IS " + Sql.literal(shape.comment()));
    statements.addAll(comments(shape, shape.names()));
    statements.add(comment(table, "_run", "The run that wrote this version of the row"));
    statements.add(comment(table, "_row", "Where the row stands in its delivery"));
    statements.add(comment(table, "_period", "The period that the delivery speaks of"));
    return statements;
  }

  static List<String> history(TableShape shape) {
    List<String> parts = new ArrayList<>();
    shape.columns().forEach(column -> parts.add(column.definition()));
    parts.add("\"_run\" bigint NOT NULL");
    parts.add("\"_row\" text NOT NULL");
    parts.add("\"_period\" text");
    parts.add("\"_run_ended\" bigint NOT NULL");
    parts.add("\"_ended_by\" text NOT NULL CHECK (\"_ended_by\" IN ('update', 'delete'))");
    String table = Side.HISTORY.qualified(shape.table());
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + table + " (" + String.join(", ", parts) + ")");
    statements.add(
        "COMMENT ON TABLE "
            + table
            + " IS "
            + Sql.literal("Versions that ended: " + shape.comment()));
    statements.add(comment(table, "_run", "The run that made this version"));
    statements.add(comment(table, "_run_ended", "The run that ended this version"));
    if (!shape.key().isEmpty()) {
      statements.add("CREATE INDEX ON " + table + " (" + Sql.names("", shape.key()) + ")");
    }
    return statements;
  }

  /** Comments of the named columns of the current table. */
  static List<String> comments(TableShape shape, List<String> names) {
    String table = Side.CURRENT.qualified(shape.table());
    List<String> statements = new ArrayList<>();
    for (TableShape.Column column : shape.columns()) {
      String comment = column.comment();
      if (comment != null && names.contains(column.name())) {
        statements.add(comment(table, column.name(), comment));
      }
    }
    return statements;
  }

  private static String comment(String table, String column, String comment) {
    return "COMMENT ON COLUMN " + table + "." + Sql.name(column) + " IS " + Sql.literal(comment);
  }
}
