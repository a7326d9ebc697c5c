package id.pde.warehouse.question;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives a result row by row, values as text. */
public final class ResultRows {

  private ResultRows() {}

  /** All rows; how many they were. */
  public static long give(ResultSet rows, ResultVisitor visitor) throws SQLException {
    List<Column> columns = columns(rows.getMetaData());
    visitor.columns(columns);
    long given = 0;
    while (rows.next()) {
      given++;
      List<@Nullable String> values = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        values.add(value(rows.getString(i + 1), columns.get(i).kind()));
      }
      visitor.row(values);
    }
    return given;
  }

  private static @Nullable String value(@Nullable String text, Kind kind) {
    if (text == null || kind != Kind.BOOLEAN) {
      return text;
    }
    return text.startsWith("t") ? "true" : "false";
  }

  /** What they are. */
  public static List<Column> columns(ResultSetMetaData described) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= described.getColumnCount(); i++) {
      columns.add(new Column(described.getColumnLabel(i), kind(described, i)));
    }
    return columns;
  }

  /** The driver calls boolean a bit; so are bit strings, which stay text. */
  private static Kind kind(ResultSetMetaData described, int column) throws SQLException {
    return switch (described.getColumnType(column)) {
      case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE ->
          described.getColumnTypeName(column).equals("money") ? Kind.TEXT : Kind.NUMBER;
      case Types.BIT, Types.BOOLEAN ->
          described.getColumnTypeName(column).equals("bool") ? Kind.BOOLEAN : Kind.TEXT;
      case Types.DATE -> Kind.DATE;
      default -> Kind.TEXT;
    };
  }
}
