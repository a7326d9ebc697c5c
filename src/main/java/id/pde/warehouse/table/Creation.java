package id.pde.warehouse.table;

import id.pde.warehouse.table.TableShape.Filling;
import id.pde.warehouse.table.Widening.Side;
import java.util.ArrayList;
import java.util.List;

/** The statements that make a table and its history. */
final class Creation {

  private Creation() {}

  static String current(TableShape shape) {
    List<String> parts = new ArrayList<>();
    for (TableShape.Column column : shape.columns()) {
      String required = column.filling() == Filling.REQUIRED ? " NOT NULL" : "";
      parts.add(column.definition() + required);
    }
    shape.keyForm().added().forEach(name -> parts.add(Sql.name(name) + " uuid NOT NULL"));
    parts.add("\"_run\" bigint NOT NULL");
    parts.add("\"_row\" text NOT NULL");
    parts.add("\"_period\" text");
    parts.add(Since.definition());
    if (!shape.key().isEmpty()) {
      parts.add("PRIMARY KEY (" + Sql.names("", shape.key()) + ")");
    }
    return table(Side.CURRENT.qualified(shape.table()), parts);
  }

  /**
   * Rows are found by their run, and where they meet by a digest, people still look for the key.
   */
  static List<String> lookups(TableShape shape) {
    String table = Side.CURRENT.qualified(shape.table());
    List<String> statements = new ArrayList<>(List.of(RunIndex.on(table, List.of("_run"))));
    if (shape.keyForm().digested()) {
      statements.add(
          "CREATE INDEX ON " + table + " (" + Sql.names("", shape.keyForm().main()) + ")");
    }
    return statements;
  }

  static List<String> history(TableShape shape) {
    List<String> parts = new ArrayList<>();
    shape.columns().forEach(column -> parts.add(column.definition()));
    shape.keyForm().added().forEach(name -> parts.add(Sql.name(name) + " uuid"));
    parts.add("\"_run\" bigint NOT NULL");
    parts.add("\"_row\" text NOT NULL");
    parts.add("\"_period\" text");
    parts.add(Since.definition());
    parts.add("\"_run_ended\" bigint NOT NULL");
    parts.add("\"_ended_by\" text NOT NULL CHECK (\"_ended_by\" IN ('update', 'delete'))");
    String table = Side.HISTORY.qualified(shape.table());
    List<String> statements = new ArrayList<>();
    statements.add(table(table, parts));
    statements.add(RunIndex.on(table, List.of("_run", "_run_ended")));
    if (!shape.key().isEmpty()) {
      statements.add("CREATE INDEX ON " + table + " (" + Sql.names("", shape.key()) + ")");
    }
    return statements;
  }

  private static String table(String table, List<String> parts) {
    return "CREATE TABLE " + table + " (" + String.join(", ", parts) + ")";
  }
}
