package id.pde.testing;

import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of every table of a database of PDE, counted and hashed by the server. */
public final class TableDigests {

  private static final String TABLES =
      """
      SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
       WHERE schemaname IN ('pde', 'warehouse', 'history', 'versions', 'mart')
      """;

  private TableDigests() {}

  /** By schema and table: the number of rows and one digest of all. */
  public static Map<String, String> of(Connections connections) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = connections.open(Purpose.QUERY);
        Statement statement = connection.createStatement()) {
      for (String table : lines(statement, TABLES)) {
        String digest =
            "SELECT count(*) || ' ' || coalesce(md5(string_agg(h, '' ORDER BY h)), '')"
                + " FROM (SELECT md5(t::text) FROM "
                + table
                + " t) hashed (h)";
        digests.put(table, lines(statement, digest).get(0));
      }
    }
    return digests;
  }

  private static List<String> lines(Statement statement, String question) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }
}
