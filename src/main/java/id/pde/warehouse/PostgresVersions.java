package id.pde.warehouse;

import id.pde.mapping.Mapping.MappingText;
import id.pde.run.explain.RowVersions;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.AccessLog;
import id.pde.warehouse.question.VersionRows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Versions of rows in {@code warehouse} and {@code history}. Safe for use by many threads. */
public final class PostgresVersions implements RowVersions {

  /** The columns that are personal or protected, by what all mappings so far said last of them. */
  private static final String TABLE =
      """
      SELECT mapping, key_columns,
             ARRAY(SELECT key FROM jsonb_each_text(classes) WHERE value LIKE 'pribadi%'
                    UNION SELECT key FROM jsonb_each_text(protections)) AS closed
        FROM pde.owned_table WHERE table_name = ?
      """;

  private static final String MAPPING =
      "SELECT file, content, sha256 FROM pde.mapping_version WHERE mapping = ? AND sha256 = ?";

  private static final String NUMBER =
      "SELECT mapping_number FROM pde.run WHERE run = ? AND mapping_number IS NOT NULL";

  private final Connections connections;
  private final String who;
  private final Failures failures;

  /**
   * @param who the user of the operating system
   */
  public PostgresVersions(Connections connections, String who) {
    this.connections = connections;
    this.who = who;
    this.failures = new Failures(connections.place());
  }

  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T ask(Work<T> work) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      return work.with(connection);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Optional<Standing> table(String name) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Standing(
                          name,
                          row.getString(1),
                          texts(row.getArray(2)),
                          Set.copyOf(texts(row.getArray(3))),
                          former(connection, name)))
                  : Optional.empty();
            }
          }
        });
  }

  /** The names of the columns before; a column may have been renamed several times. */
  private static Map<String, List<String>> former(Connection connection, String table)
      throws SQLException {
    String sql =
        "SELECT from_name, to_name FROM pde.rename WHERE table_name = ? AND kind = 'column' ORDER BY at";
    Map<String, List<String>> former = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          List<String> names = new ArrayList<>(List.of(row.getString(1)));
          names.addAll(former.getOrDefault(row.getString(1), List.of()));
          former.remove(row.getString(1));
          former.put(row.getString(2), names);
        }
      }
    }
    return former;
  }

  @Override
  public List<String> tables() {
    return ask(
        connection -> {
          List<String> names = new ArrayList<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT table_name FROM pde.owned_table ORDER BY table_name");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              names.add(row.getString(1));
            }
          }
          return names;
        });
  }

  @Override
  public List<Version> ofKey(Standing table, List<String> key) {
    return ask(connection -> new VersionRows(connection, table).ofKey(key));
  }

  @Override
  public List<Version> ofRow(Standing table, Place place) {
    return ask(connection -> new VersionRows(connection, table).ofRow(place));
  }

  @Override
  public Optional<MappingText> mapping(String id, String sha256) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(MAPPING)) {
            statement.setString(1, id);
            statement.setString(2, sha256);
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new MappingText(row.getString(1), row.getString(2), row.getString(3)))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public Optional<Integer> mappingNumber(long run) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(NUMBER)) {
            statement.setLong(1, run);
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public void noteReading(Standing table, List<String> columns, long rows) {
    AccessLog.Reading reading =
        new AccessLog.Reading(
            "sql",
            List.of("warehouse." + table.table(), "history." + table.table()),
            columns,
            "explain");
    ask(
        connection -> {
          AccessLog log = new AccessLog(connection, who);
          long number = log.begin(reading);
          log.end(number, rows);
          return number;
        });
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
