package id.pde.warehouse.erase;

import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.Found;
import id.pde.warehouse.table.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what the ledger keeps of the rows of a subject: rejected rows, values of issues, names. */
final class LedgerErasure {

  private static final String REJECTED =
      "DELETE FROM pde.quarantine WHERE run = ANY (?) AND ordinal = ANY (?)";

  /** An interrupted erasure has moved them, or an erasure that changed the file before. */
  private static final String PLANNED =
      """
      SELECT EXISTS (SELECT FROM pde.erased_file WHERE sha256 = ? AND place = 'archive' AND done IS NULL)
      """;

  /**
   * Rows are counted anew in a delivery that lost some; first out of the way, then to their place.
   */
  private static final String AWAY =
      """
      UPDATE pde.quarantine q
         SET ordinal = -(q.ordinal - (SELECT count(*) FROM unnest(?::bigint[]) e (gone) WHERE e.gone < q.ordinal))
       WHERE q.run = ANY (?) AND q.ordinal > ?
      """;

  private static final String BACK =
      "UPDATE pde.quarantine SET ordinal = -ordinal WHERE run = ANY (?) AND ordinal < 0";

  private static final String ISSUES =
      "UPDATE pde.issue SET value = NULL WHERE run = ANY (?) AND place = ANY (?) AND value IS NOT NULL";

  private static final String EXAMPLES =
      """
      UPDATE pde.issue_count SET example_value = NULL
       WHERE run = ANY (?) AND example = ANY (?) AND example_value IS NOT NULL
      """;

  /** What only this row has; a value that others have, too, is none of its own. */
  private static final String VALUES =
      "DELETE FROM pde.unmatched WHERE run = ANY (?) AND example = ANY (?) AND rows = 1";

  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE n.nspname = 'pde' AND c.relkind = 'r'
         AND c.relname NOT LIKE 'flyway%'
         AND c.relname NOT IN ('mapping_version', 'mapping_history', 'erasure', 'erased_rows', 'erased_file', 'tombstone',
                               'code', 'code_list', 'agency', 'day', 'hmac_key')
         AND format_type(a.atttypid, NULL) IN ('text', 'json', 'jsonb')
       ORDER BY 1, 2
      """;

  private final Connection connection;

  LedgerErasure(Connection connection) {
    this.connection = connection;
  }

  /** Of the rows that were found in deliveries. */
  List<Count> rows(List<Found> found) throws SQLException {
    long rejected = 0;
    long values = 0;
    for (Found one : found) {
      if (one.ordinals().isEmpty()) {
        continue;
      }
      Array runs = connection.createArrayOf("bigint", one.runs().toArray());
      Array ordinals = connection.createArrayOf("bigint", one.ordinals().toArray());
      Array places = connection.createArrayOf("text", one.places().toArray());
      if (!isPlanned(one.sha256())) {
        rejected += update(REJECTED, runs, ordinals);
        if (one.moves()) {
          move(one, runs, ordinals);
        }
      }
      values += update(ISSUES, runs, places) + update(EXAMPLES, runs, places);
      values += update(VALUES, runs, places);
    }
    List<Count> counts = new ArrayList<>();
    add(counts, "pde.quarantine", rejected);
    add(counts, "pde.issue", values);
    return counts;
  }

  private void move(Found found, Array runs, Array ordinals) throws SQLException {
    try (PreparedStatement away = connection.prepareStatement(AWAY)) {
      away.setArray(1, ordinals);
      away.setArray(2, runs);
      away.setLong(3, found.ordinals().get(0));
      away.executeLargeUpdate();
    }
    try (PreparedStatement back = connection.prepareStatement(BACK)) {
      back.setArray(1, runs);
      back.executeLargeUpdate();
    }
  }

  private boolean isPlanned(String sha256) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PLANNED)) {
      statement.setString(1, sha256);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Names of files, values that no code list knew, and whatever else has the identifier in it. */
  List<Count> texts(@Nullable String pattern) throws SQLException {
    List<Count> counts = new ArrayList<>();
    if (pattern == null) {
      return counts;
    }
    List<String[]> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
      }
    }
    for (String[] column : columns) {
      String name = Sql.name(column[1]);
      String sql =
          "UPDATE pde.%s SET %s = regexp_replace(%s::text, ?, '[DIHAPUS]', 'g')::%s WHERE %s::text ~ ?"
              .formatted(Sql.name(column[0]), name, name, column[2], name);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, pattern);
        statement.setString(2, pattern);
        add(counts, "pde." + column[0], statement.executeLargeUpdate());
      }
    }
    return counts;
  }

  private long update(String sql, Array first, Array second) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, first);
      statement.setArray(2, second);
      return statement.executeLargeUpdate();
    }
  }

  private static void add(List<Count> counts, String place, long rows) {
    if (rows > 0) {
      counts.add(new Count(place, rows));
    }
  }
}
