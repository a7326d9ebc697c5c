package id.pde.warehouse.erase;

import id.pde.run.erase.ErasureLedger.Found;
import id.pde.run.erase.ErasureLedger.Trail;
import id.pde.run.erase.Subject;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a subject out of one table, or out of its history. */
final class TableErasure {

  private static final String COLUMNS =
      """
      SELECT a.attname, format_type(a.atttypid, NULL), a.attnotnull
        FROM pg_attribute a
       WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY a.attnum
      """;

  private static final String GONE = "[DIHAPUS]";

  private final Connection connection;
  private final String schema;
  private final String table;
  private final List<Column> columns;
  private long changed;

  private record Column(String name, String type, boolean required) {
    boolean isText() {
      return type.equals("text") && !name.startsWith("_");
    }

    boolean isJson() {
      return type.equals("jsonb");
    }

    String quoted() {
      return Sql.name(name);
    }
  }

  TableErasure(Connection connection, String schema, String table) throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.table = table;
    this.columns = columns();
  }

  private List<Column> columns() throws SQLException {
    List<Column> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, Sql.name(schema) + "." + Sql.name(table));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(new Column(row.getString(1), row.getString(2), row.getBoolean(3)));
        }
      }
    }
    return found;
  }

  /** How many rows went or changed. */
  long erase(Trail trail, List<String> key) throws SQLException {
    changed = 0;
    Subject.OfKey ofKey = trail.key();
    if (ofKey != null) {
      if (ofKey.table().equals(table)) {
        byKey(ofKey);
      }
      return changed;
    }
    List<String> own = trail.own().get(table);
    List<Column> whose = whose(own);
    List<Column> others = columns.stream().filter(Column::isText).toList();
    byValue(whose, trail.values());
    if (own != null && whose.isEmpty()) {
      byPlace(trail.rows());
    }
    for (Column column : others) {
      if (!whose.contains(column) && !key.contains(column.name())) {
        unname(column, trail);
      }
    }
    for (Column column : columns) {
      if (column.isJson()) {
        rewrite(column, trail.pattern());
      }
    }
    return changed;
  }

  /** Where no mapping says whose a row is, any column may. */
  private List<Column> whose(@Nullable List<String> own) {
    return columns.stream()
        .filter(Column::isText)
        .filter(column -> own == null || own.contains(column.name()))
        .toList();
  }

  private void byValue(List<Column> whose, List<String> values) throws SQLException {
    if (whose.isEmpty()) {
      return;
    }
    String condition =
        whose.stream()
            .map(column -> column.quoted() + " = ANY (?)")
            .collect(Collectors.joining(" OR "));
    try (PreparedStatement statement = connection.prepareStatement(delete(condition))) {
      for (int i = 1; i <= whose.size(); i++) {
        statement.setArray(i, connection.createArrayOf("text", values.toArray()));
      }
      changed += statement.executeLargeUpdate();
    }
  }

  private void byPlace(List<Found> rows) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(delete("\"_run\" = ANY (?) AND \"_row\" = ANY (?)"))) {
      for (Found found : rows) {
        if (found.table().equals(table) && !found.references().isEmpty()) {
          statement.setArray(1, connection.createArrayOf("bigint", found.runs().toArray()));
          statement.setArray(2, connection.createArrayOf("text", found.references().toArray()));
          changed += statement.executeLargeUpdate();
        }
      }
    }
  }

  private void byKey(Subject.OfKey key) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String name : key.columns()) {
      Column column =
          columns.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
      if (column == null) {
        return;
      }
      parts.add(column.quoted() + " = CAST(? AS " + column.type() + ")");
    }
    try (PreparedStatement statement =
        connection.prepareStatement(delete(String.join(" AND ", parts)))) {
      for (int i = 0; i < key.stored().size(); i++) {
        statement.setString(i + 1, key.stored().get(i));
      }
      changed += statement.executeLargeUpdate();
    }
  }

  /** The row is somebody else's: only what names the subject goes. */
  private void unname(Column column, Trail trail) throws SQLException {
    if (!column.required()) {
      String sql =
          "UPDATE "
              + place()
              + " SET "
              + column.quoted()
              + " = NULL WHERE "
              + column.quoted()
              + " = ANY (?)";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("text", trail.values().toArray()));
        changed += statement.executeLargeUpdate();
      }
    }
    rewrite(column, trail.pattern());
  }

  private void rewrite(Column column, @Nullable String pattern) throws SQLException {
    if (pattern == null) {
      return;
    }
    String text = column.quoted() + "::text";
    String sql =
        "UPDATE %s SET %s = regexp_replace(%s, ?, '%s', 'g')::%s WHERE %s ~ ?"
            .formatted(place(), column.quoted(), text, GONE, column.type(), text);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, pattern);
      statement.setString(2, pattern);
      changed += statement.executeLargeUpdate();
    }
  }

  private String delete(String condition) {
    return "DELETE FROM " + place() + " WHERE " + condition;
  }

  private String place() {
    return Sql.name(schema) + "." + Sql.name(table);
  }
}
