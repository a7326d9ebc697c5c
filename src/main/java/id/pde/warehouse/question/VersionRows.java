package id.pde.warehouse.question;

import id.pde.run.explain.RowVersions.End;
import id.pde.run.explain.RowVersions.How;
import id.pde.run.explain.RowVersions.Place;
import id.pde.run.explain.RowVersions.Standing;
import id.pde.run.explain.RowVersions.Stored;
import id.pde.run.explain.RowVersions.Version;
import id.pde.warehouse.table.KeyForm;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.StandingTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one row of a table. A key is looked up in the primary key of the table and in the
 * index of its history; a place of a table without a key is searched for.
 */
public final class VersionRows {

  /** Class 22 and wrong casts: the text is no value of the column's type. */
  private static final String DATA_EXCEPTION = "22";

  private static final String PERIOD = "_period";

  private final Connection connection;
  private final Standing table;
  private final StandingTable current;
  private final StandingTable history;

  public VersionRows(Connection connection, Standing table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.current = StandingTable.read(connection, "warehouse", table.table());
    this.history = StandingTable.read(connection, "history", table.table());
  }

  /**
   * By the key.
   *
   * @param key a text for each of its columns
   */
  public List<Version> ofKey(List<String> key) throws SQLException {
    String condition =
        current.names().contains(KeyForm.DIGEST)
            ? digested()
            : table.key().stream()
                .map(column -> Sql.name(column) + " = CAST(? AS " + type(column) + ")")
                .collect(Collectors.joining(" AND "));
    try {
      return versions(condition, key);
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state != null && state.startsWith(DATA_EXCEPTION)) {
        return List.of();
      }
      throw failure;
    }
  }

  /** Rows that meet by a digest of the one key or the other. */
  private String digested() {
    List<String> names = table.key().stream().filter(name -> !name.equals(PERIOD)).toList();
    String typed =
        names.stream()
            .map(name -> "CAST(? AS " + exactType(name) + ") AS " + Sql.name(name))
            .collect(Collectors.joining(", "));
    String digests =
        Sql.name(KeyForm.DIGEST)
            + " IN (SELECT unnest("
            + KeyForm.digests("k.", names)
            + ") FROM (SELECT "
            + typed
            + ") k)";
    return table.key().contains(PERIOD) ? digests + " AND \"_period\" = ?" : digests;
  }

  private String exactType(String column) {
    StandingTable.Column found = current.columns().get(column);
    return found == null ? "text" : found.type();
  }

  /** By run and row. */
  public List<Version> ofRow(Place place) throws SQLException {
    return versions(
        "\"_run\" = CAST(? AS bigint) AND \"_row\" = CAST(? AS text)",
        List.of(Long.toString(place.run()), place.row()));
  }

  /** Without its precision: a cast to that would round the value that is looked for. */
  private String type(String column) {
    StandingTable.Column found = current.columns().get(column);
    StandingTable.Column before = history.columns().get(column);
    String type = found != null ? found.type() : before != null ? before.type() : "text";
    return type.startsWith("numeric") ? "numeric" : type;
  }

  private List<Version> versions(String condition, List<String> values) throws SQLException {
    List<Version> versions = new ArrayList<>();
    if (current.exists()) {
      collect("warehouse", current, new Asked(condition, values), versions);
    }
    if (history.exists()) {
      collect("history", history, new Asked(condition, values), versions);
    }
    return versions;
  }

  private record Asked(String condition, List<String> values) {}

  private void collect(String schema, StandingTable standing, Asked asked, List<Version> versions)
      throws SQLException {
    boolean ended = standing.names().contains("_run_ended");
    String order = ended ? " ORDER BY \"_run_ended\" DESC" : "";
    String sql =
        "SELECT * FROM "
            + schema
            + "."
            + Sql.name(table.table())
            + " WHERE "
            + asked.condition()
            + order;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < asked.values().size(); i++) {
        statement.setString(i + 1, asked.values().get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(version(row, standing));
        }
      }
    }
  }

  private static Version version(ResultSet row, StandingTable standing) throws SQLException {
    List<Stored> values = new ArrayList<>();
    for (Map.Entry<String, StandingTable.Column> column : standing.columns().entrySet()) {
      if (!column.getKey().startsWith("_")) {
        values.add(
            new Stored(column.getKey(), value(row, column.getKey(), column.getValue().type())));
      }
    }
    Long since = standing.names().contains("_since") ? number(row, "_since") : null;
    End end = null;
    if (standing.names().contains("_run_ended")) {
      How how = How.valueOf(row.getString("_ended_by").toUpperCase(Locale.ROOT));
      end = new End(row.getLong("_run_ended"), how);
    }
    return new Version(
        values, row.getLong("_run"), row.getString("_row"), row.getString("_period"), since, end);
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Object value(ResultSet row, String column, String type)
      throws SQLException {
    if (type.startsWith("numeric")) {
      return row.getBigDecimal(column);
    }
    return switch (type) {
      case "bigint" -> number(row, column);
      case "date" -> row.getObject(column, LocalDate.class);
      case "timestamp with time zone" -> row.getObject(column, OffsetDateTime.class);
      case "time without time zone" -> row.getObject(column, LocalTime.class);
      case "boolean" -> row.getObject(column, Boolean.class);
      default -> row.getString(column);
    };
  }
}
