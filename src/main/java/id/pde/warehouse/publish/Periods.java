package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.run.Warehouse.Latest;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which periods a table and a delivery speak of; one that ends later is the later one. */
final class Periods {

  private static final String OF_RUNS =
      """
      SELECT period, max(run) FROM pde.run
       WHERE table_name = ? AND period IS NOT NULL AND undoes IS NULL AND undone_by IS NULL
         AND outcome IN ('loaded', 'loaded_with_rejects')
       GROUP BY period
      """;

  static final String CREATE =
      "CREATE TEMP TABLE pde_period_end (period text PRIMARY KEY, ends date NOT NULL) ON COMMIT DROP";

  private Periods() {}

  /** The latest-ending period of a standing run, where it ends after a day; null: none. */
  static @Nullable Latest later(Connection connection, String table, LocalDate than)
      throws SQLException {
    Latest latest = null;
    try (PreparedStatement statement = connection.prepareStatement(OF_RUNS)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Period period = new Period(rows.getString(1));
          boolean later = latest == null || period.end().isAfter(latest.period().end());
          if (later && period.end().isAfter(than)) {
            latest = new Latest(period, rows.getLong(2));
          }
        }
      }
    }
    return latest;
  }

  /**
   * Fills {@code pde_period_end} with the periods of the staged rows and of the table, where some
   * of the table end later than some that are staged.
   */
  static boolean differ(Connection connection, String table) throws SQLException {
    List<String> staged = texts(connection, "SELECT DISTINCT _period FROM pg_temp.pde_stage");
    LocalDate first =
        staged.stream().map(text -> new Period(text).end()).min(LocalDate::compareTo).orElse(null);
    if (first == null || later(connection, table, first) == null) {
      return false;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
    List<String> all = new ArrayList<>(staged);
    all.addAll(texts(connection, "SELECT DISTINCT \"_period\" FROM warehouse." + Sql.name(table)));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO pg_temp.pde_period_end VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      for (String text : all) {
        insert.setString(1, text);
        insert.setDate(2, Date.valueOf(new Period(text).end()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return true;
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        if (rows.getString(1) != null) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }
}
