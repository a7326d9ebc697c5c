package id.pde.warehouse.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A table as it stands in the catalogue, its columns by name in their order. */
public record StandingTable(Map<String, Column> columns) {

  /**
   * A column.
   *
   * @param type as format_type writes it
   */
  public record Column(String type, boolean required, boolean hasDefault) {}

  private static final String QUESTION =
      """
      SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.atthasdef OR a.attidentity <> ''
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ? AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY a.attnum
      """;

  public StandingTable {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The table or view; without columns where there is none. */
  public static StandingTable read(Connection connection, String schema, String table)
      throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      statement.setString(1, schema);
      statement.setString(2, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(
              rows.getString(1),
              new Column(rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
        }
      }
    }
    return new StandingTable(columns);
  }

  public boolean exists() {
    return !columns.isEmpty();
  }

  public Set<String> names() {
    return columns.keySet();
  }
}
