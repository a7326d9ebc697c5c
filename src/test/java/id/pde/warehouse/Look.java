package id.pde.warehouse;

import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as tests write them and see them. */
final class Look {

  private Look() {}

  static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  static List<@Nullable Object[]> rows(@Nullable Object[]... rows) {
    return List.of(rows);
  }

  /** Each row of a result as one line. */
  static List<String> select(TestDatabase database, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
