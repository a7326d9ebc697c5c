package id.pde.warehouse.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is open of runs of which rows were set aside, counted anew whenever a row of theirs changes
 * its state. Runs without such rows have the counts that they came with, and need none.
 */
public final class OpenCounts {

  private static final String BEGIN =
      """
      INSERT INTO pde.quarantine_count (run, code, column_name, open, ignored)
      SELECT run, code, column_name, issues, 0 FROM pde.issue_count
       WHERE run = ANY (?) AND severity = 'reject'
      ON CONFLICT DO NOTHING
      """;

  private static final String COUNT =
      """
      UPDATE pde.quarantine_count c SET open = coalesce(t.open, 0), ignored = coalesce(t.ignored, 0)
        FROM pde.quarantine_count k LEFT JOIN (
             SELECT q.run, i ->> 'code' AS code, i ->> 'column' AS column_name,
                    count(*) FILTER (WHERE %s) AS open, count(*) FILTER (WHERE %s) AS ignored
               FROM pde.quarantine q, json_array_elements(q.issues) AS i
              WHERE q.run = ANY (?) AND q.settled_by IS NULL AND i ->> 'severity' = 'reject'
              GROUP BY 1, 2, 3) t
          ON t.run = k.run AND t.code = k.code AND t.column_name IS NOT DISTINCT FROM k.column_name
       WHERE k.run = ANY (?) AND c.run = k.run AND c.code = k.code
         AND c.column_name IS NOT DISTINCT FROM k.column_name
      """
          .formatted(RowStates.OPEN, RowStates.IGNORED);

  /** Values are compared as the queue has them; one that is not found there is still asked for. */
  private static final String VALUES =
      """
      UPDATE pde.unmatched u SET ignored = least(u.rows, coalesce(t.rows, 0))
        FROM pde.unmatched k LEFT JOIN (
             SELECT q.run, i ->> 'column' AS column_name,
                    regexp_replace(btrim(
                      CASE WHEN i ->> 'code' IN ('code.unknown', 'code.undecided', 'code.level', 'code.outdated')
                           THEN i ->> 'value' END), '\\s+', ' ', 'g') AS value,
                    count(*) AS rows
               FROM pde.quarantine q, json_array_elements(q.issues) AS i
              WHERE q.run = ANY (?) AND %s
              GROUP BY 1, 2, 3) t
          ON t.run = k.run AND t.column_name = k.column_name AND t.value = k.value
       WHERE k.run = ANY (?) AND u.run = k.run AND u.column_name = k.column_name
         AND u.value = k.value AND u.ignored IS DISTINCT FROM least(u.rows, coalesce(t.rows, 0))
      """
          .formatted(RowStates.IGNORED);

  private static final String MARKED =
      "SELECT DISTINCT run FROM pde.quarantine_count WHERE run = ANY (?)";

  private OpenCounts() {}

  /** Of runs of which rows are set aside now, or opened again. */
  public static void begin(Connection connection, Collection<Long> runs) throws SQLException {
    Array numbers = connection.createArrayOf("bigint", runs.toArray());
    run(connection, BEGIN, numbers, 1);
    run(connection, COUNT, numbers, 2);
    run(connection, VALUES, numbers, 2);
  }

  /** Of whatever runs: those of which rows were never set aside stay as they are. */
  public static void again(Connection connection, Collection<Long> runs) throws SQLException {
    Array numbers = connection.createArrayOf("bigint", runs.toArray());
    List<Long> marked = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(MARKED)) {
      statement.setArray(1, numbers);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          marked.add(row.getLong(1));
        }
      }
    }
    if (!marked.isEmpty()) {
      Array some = connection.createArrayOf("bigint", marked.toArray());
      run(connection, COUNT, some, 2);
      run(connection, VALUES, some, 2);
    }
  }

  private static void run(Connection connection, String sql, Array numbers, int times)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= times; i++) {
        statement.setArray(i, numbers);
      }
      statement.executeLargeUpdate();
    }
  }
}
