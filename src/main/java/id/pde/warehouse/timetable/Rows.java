package id.pde.warehouse.timetable;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Kept;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both halves of the record share: whose turn it is, and how rows are read and written. */
final class Rows {

  static final String KEPT =
      "SELECT schedule, rule, route_rule, by_officer, datasets, paused_since, settled_until FROM pde.schedule";

  /** Any number that nothing else uses: "pdeSched" in ASCII. */
  private static final String TURN = "SELECT pg_advisory_xact_lock(8098709438743471460)";

  private Rows() {}

  /**
   * Waits for this transaction's turn: changes of the record and of fires come one after the other,
   * so that numbers of changes appear in their order and no two nodes decide at once.
   */
  static void turn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TURN);
    }
  }

  static Optional<Kept> find(Connection connection, String name) throws SQLException {
    return find(connection, List.of(name)).stream().findFirst();
  }

  /** Those of these names that are there. */
  static List<Kept> find(Connection connection, List<String> names) throws SQLException {
    List<Kept> found = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(KEPT + " WHERE schedule = ANY (?) ORDER BY schedule")) {
      statement.setArray(1, array(connection, names));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(kept(row));
        }
      }
    }
    return found;
  }

  static List<Kept> all(Connection connection) throws SQLException {
    List<Kept> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(KEPT + " ORDER BY schedule");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(kept(row));
      }
    }
    return all;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getBoolean(4),
        texts(row.getArray(5)),
        instant(row, 6),
        required(row, 7));
  }

  /** Of columns schedule, planned, kind, period, which come first. */
  static Ask ask(ResultSet row) throws SQLException {
    return new Ask(
        row.getString(1),
        required(row, 2),
        Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getString(4));
  }

  static Instant required(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  static Array array(Connection connection, List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
