package id.pde.warehouse.table;

import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
      SELECT n.nspname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
             a.atthasdef OR a.attidentity <> ''
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY (?) AND c.relname = ? AND a.attnum > 0 AND NOT a.attisdropped
       ORDER BY n.nspname, a.attnum
      """;

  public StandingTable {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** The table or view; without columns where there is none. */
  public static StandingTable read(Connection connection, String schema, String table)
      throws SQLException {
    return read(connection, List.of(schema), table).of(schema);
  }

  /** The tables and views of one name in several schemas, with one question. */
  public static Namesakes read(Connection connection, List<String> schemas, String table)
      throws SQLException {
    Questions questions = new Questions();
    Answer<Namesakes> answer = ask(questions, connection, schemas, table);
    questions.send(connection);
    return answer.get();
  }

  /** As {@link #read(Connection, List, String)}, together with other questions. */
  public static Answer<Namesakes> ask(
      Questions questions, Connection connection, List<String> schemas, String table)
      throws SQLException {
    Array names = connection.createArrayOf("text", schemas.toArray());
    return questions.ask(QUESTION, List.of(names, table), StandingTable::namesakes);
  }

  private static Namesakes namesakes(ResultSet rows) throws SQLException {
    Map<String, Map<String, Column>> found = new HashMap<>();
    while (rows.next()) {
      found
          .computeIfAbsent(rows.getString(1), schema -> new LinkedHashMap<>())
          .put(
              rows.getString(2),
              new Column(rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
    }
    Map<String, StandingTable> tables = new HashMap<>();
    found.forEach((schema, columns) -> tables.put(schema, new StandingTable(columns)));
    return new Namesakes(tables);
  }

  /** What bears one name, by its schema. */
  public record Namesakes(Map<String, StandingTable> tables) {
    public Namesakes {
      tables = Map.copyOf(tables);
    }

    /** Without columns where there is none. */
    public StandingTable of(String schema) {
      return tables.getOrDefault(schema, new StandingTable(Map.of()));
    }
  }

  public boolean exists() {
    return !columns.isEmpty();
  }

  public Set<String> names() {
    return columns.keySet();
  }
}
