package id.pde.warehouse.table;

import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code pde.owned_table} remembers of a table: its mapping, its key and the columns PDE gave
 * it, so that a change by hand can be told from a change of the mapping.
 */
record Ownership(
    String mapping,
    List<String> key,
    Map<String, String> columnTypes,
    Map<String, String> protections) {

  private static final String QUESTION =
      """
      SELECT o.mapping, o.key_columns, c.key, c.value, o.protections ->> c.key
        FROM pde.owned_table o LEFT JOIN LATERAL jsonb_each_text(o.column_types) c ON true
       WHERE o.table_name = ?
      """;

  private static final String STATEMENT =
      """
      INSERT INTO pde.owned_table (table_name, mapping, key_columns, column_types, protections)
      VALUES (?, ?, ?, (SELECT coalesce(jsonb_object_agg(n, t), '{}') FROM unnest(?::text[], ?::text[]) AS c (n, t)),
                       (SELECT coalesce(jsonb_object_agg(n, p), '{}') FROM unnest(?::text[], ?::text[]) AS c (n, p)))
      ON CONFLICT (table_name) DO UPDATE
         SET mapping = excluded.mapping, key_columns = excluded.key_columns, column_types = excluded.column_types,
             protections = pde.owned_table.protections || excluded.protections
      """;

  Ownership {
    key = List.copyOf(key);
    columnTypes = Map.copyOf(columnTypes);
    protections = Map.copyOf(protections);
  }

  static Optional<Ownership> read(Connection connection, String table) throws SQLException {
    Questions questions = new Questions();
    Answer<Optional<Ownership>> answer = ask(questions, table);
    questions.send(connection);
    return answer.get();
  }

  static Answer<Optional<Ownership>> ask(Questions questions, String table) {
    return questions.ask(QUESTION, List.of(table), Ownership::read);
  }

  private static Optional<Ownership> read(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    String mapping = rows.getString(1);
    List<String> key = List.of((String[]) rows.getArray(2).getArray());
    Map<String, String> types = new LinkedHashMap<>();
    Map<String, String> protections = new LinkedHashMap<>();
    do {
      if (rows.getString(3) != null) {
        types.put(rows.getString(3), rows.getString(4));
        if (rows.getString(5) != null) {
          protections.put(rows.getString(3), rows.getString(5));
        }
      }
    } while (rows.next());
    return Optional.of(new Ownership(mapping, key, types, protections));
  }

  /** Remembers the shape; columns that it does not name any more stay remembered. */
  static void write(Connection connection, TableShape shape, Map<String, String> earlier)
      throws SQLException {
    Map<String, String> types = new LinkedHashMap<>(earlier);
    shape.columns().forEach(column -> types.put(column.name(), column.type()));
    try (PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
      statement.setString(1, shape.table());
      statement.setString(2, shape.mapping());
      statement.setArray(3, texts(connection, shape.key().toArray()));
      statement.setArray(4, texts(connection, types.keySet().toArray()));
      statement.setArray(5, texts(connection, types.values().toArray()));
      Map<String, String> protections = new LinkedHashMap<>(shape.protections());
      statement.setArray(6, texts(connection, protections.keySet().toArray()));
      statement.setArray(7, texts(connection, protections.values().toArray()));
      statement.executeUpdate();
    }
  }

  private static Array texts(Connection connection, Object[] texts) throws SQLException {
    return connection.createArrayOf("text", texts);
  }
}
