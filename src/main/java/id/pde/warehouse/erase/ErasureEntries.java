package id.pde.warehouse.erase;

import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.Entry;
import id.pde.run.erase.ErasureLedger.FileDone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Erasures as the ledger keeps them. */
public final class ErasureEntries {

  private static final String ENTRIES =
      """
      SELECT erasure, action, begun, ended, who, login, subject, reason, reference
        FROM pde.erasure ORDER BY erasure DESC LIMIT ?
      """;

  private static final String COUNTS =
      "SELECT place, rows FROM pde.erased_rows WHERE erasure = ? ORDER BY place";

  private static final String FILES =
      """
      SELECT place, sha256, now_sha256, records FROM pde.erased_file
       WHERE erasure = ? AND done IS NOT NULL ORDER BY place, sha256
      """;

  private final Connection connection;

  public ErasureEntries(Connection connection) {
    this.connection = connection;
  }

  /** The newest first. */
  public List<Entry> newest(int limit) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
      statement.setInt(1, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          OffsetDateTime ended = row.getObject(4, OffsetDateTime.class);
          entries.add(
              new Entry(
                  row.getLong(1),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  ended == null ? null : ended.toInstant(),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  counts(row.getLong(1)),
                  files(row.getLong(1))));
        }
      }
    }
    return entries;
  }

  private List<Count> counts(long erasure) throws SQLException {
    List<Count> counts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNTS)) {
      statement.setLong(1, erasure);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.add(new Count(row.getString(1), row.getLong(2)));
        }
      }
    }
    return counts;
  }

  private List<FileDone> files(long erasure) throws SQLException {
    List<FileDone> files = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FILES)) {
      statement.setLong(1, erasure);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          files.add(
              new FileDone(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
        }
      }
    }
    return files;
  }
}
