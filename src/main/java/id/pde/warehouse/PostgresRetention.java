package id.pde.warehouse;

import id.pde.run.erase.ErasureLedger.Note;
import id.pde.run.erase.RetentionLedger;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.publish.TableHold;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Retention in PostgreSQL. Safe for use by many threads. */
public final class PostgresRetention implements RetentionLedger {

  private static final String QUARANTINE =
      """
      SELECT count(*), min(r.finished) FROM pde.run r
       WHERE r.mapping = ? AND r.finished < ?
         AND (EXISTS (SELECT FROM pde.quarantine q WHERE q.run = r.run)
              OR EXISTS (SELECT FROM pde.issue i WHERE i.run = r.run)
              OR EXISTS (SELECT FROM pde.unmatched u WHERE u.run = r.run))
      """;

  private static final List<String> REMOVALS =
      List.of(
          "DELETE FROM pde.issue i USING pde.run r WHERE r.run = i.run AND r.mapping = ? AND r.finished < ?",
          "DELETE FROM pde.unmatched u USING pde.run r WHERE r.run = u.run AND r.mapping = ? AND r.finished < ?",
          "UPDATE pde.issue_count c SET example_value = NULL FROM pde.run r"
              + " WHERE r.run = c.run AND r.mapping = ? AND r.finished < ? AND c.example_value IS NOT NULL",
          "DELETE FROM pde.quarantine q USING pde.run r WHERE r.run = q.run AND r.mapping = ? AND r.finished < ?");

  /** The last run that was published into a table before an instant. */
  private static final String LAST =
      "SELECT max(run), max(published) FROM pde.run WHERE table_name = ? AND published < ?";

  private static final String HORIZON =
      """
      INSERT INTO pde.horizon (table_name, run, kept_since, erasure) VALUES (?, ?, ?, ?)
      ON CONFLICT (table_name) DO UPDATE
        SET run = excluded.run, kept_since = excluded.kept_since, erasure = excluded.erasure
        WHERE excluded.run > pde.horizon.run
      """;

  private static final String BEGIN =
      """
      INSERT INTO pde.erasure (action, begun, who, subject, reason, reference)
      VALUES ('retention', ?, ?, ?, ?, ?) RETURNING erasure
      """;

  private final Connections connections;
  private final Failures failures;

  public PostgresRetention(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  private interface Asking<T> {
    T with(Connection connection) throws SQLException;
  }

  /** One transaction. */
  private <T> T ask(Asking<T> asking) {
    try (Connection connection = connections.open(Purpose.LOADING)) {
      connection.setAutoCommit(false);
      T answer = asking.with(connection);
      connection.commit();
      return answer;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Due quarantine(String mapping, Instant before) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(QUARANTINE)) {
            statement.setString(1, mapping);
            statement.setObject(2, at(before));
            return due(statement);
          }
        });
  }

  @Override
  public Due history(String table, Instant before) {
    return ask(
        connection -> {
          long last = last(connection, table, before).run();
          String sql =
              "SELECT count(*), (SELECT min(published) FROM pde.run r WHERE r.run = min(h.\"_run_ended\"))"
                  + " FROM history."
                  + Sql.name(table)
                  + " h WHERE h.\"_run_ended\" <= ?";
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, last);
            return due(statement);
          }
        });
  }

  private static Due due(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
      return new Due(row.getLong(1), oldest == null ? null : oldest.toInstant());
    }
  }

  private record Last(long run, Instant published) {}

  private static Last last(Connection connection, String table, Instant before)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setString(1, table);
      statement.setObject(2, at(before));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        OffsetDateTime published = row.getObject(2, OffsetDateTime.class);
        return new Last(row.getLong(1), published == null ? Instant.EPOCH : published.toInstant());
      }
    }
  }

  @Override
  public Due marks(Marks marks, Instant before) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OldMarks.count(marks))) {
            statement.setObject(1, at(before));
            return due(statement);
          }
        });
  }

  @Override
  public long removeMarks(Marks marks, Instant before) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(OldMarks.remove(marks))) {
            statement.setObject(1, at(before));
            return statement.executeLargeUpdate();
          }
        });
  }

  @Override
  public Map<String, String> tables() {
    return ask(
        connection -> {
          Map<String, String> tables = new TreeMap<>();
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT table_name, mapping FROM pde.owned_table"
                          + " WHERE to_regclass('history.' || quote_ident(table_name)) IS NOT NULL");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              tables.put(row.getString(1), row.getString(2));
            }
          }
          return tables;
        });
  }

  @Override
  public List<String> mappings() {
    return ask(
        connection -> {
          List<String> mappings = new ArrayList<>();
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT DISTINCT mapping FROM pde.run ORDER BY 1");
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              mappings.add(row.getString(1));
            }
          }
          return mappings;
        });
  }

  @Override
  public Set<Long> neededRuns() {
    Set<String> tables = tables().keySet();
    return ask(
        connection -> {
          Set<Long> runs = new HashSet<>();
          for (String table : tables) {
            for (String schema : List.of("warehouse.", "history.")) {
              String sql = "SELECT DISTINCT \"_run\" FROM " + schema + Sql.name(table);
              try (PreparedStatement statement = connection.prepareStatement(sql);
                  ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                  runs.add(row.getLong(1));
                }
              }
            }
          }
          return runs;
        });
  }

  @Override
  public long begin(Note note) {
    return ask(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setObject(1, at(note.at()));
            statement.setString(2, note.who());
            statement.setString(3, note.subject());
            statement.setString(4, note.reason());
            statement.setString(5, note.reference());
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  @Override
  public long removeQuarantine(String mapping, Instant before) {
    return ask(
        connection -> {
          long removed = 0;
          for (String sql : REMOVALS) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
              statement.setString(1, mapping);
              statement.setObject(2, at(before));
              removed += statement.executeLargeUpdate();
            }
          }
          return removed;
        });
  }

  @Override
  public long removeHistory(long number, String table, Instant before) {
    return ask(
        connection -> {
          TableHold.take(connection, table);
          Last last = last(connection, table, before);
          String sql =
              "WITH gone AS (DELETE FROM history."
                  + Sql.name(table)
                  + " WHERE \"_run_ended\" <= ? RETURNING \"_run_ended\") SELECT count(*), max(\"_run_ended\") FROM gone";
          long removed;
          long ended;
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, last.run());
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              removed = row.getLong(1);
              ended = row.getLong(2);
            }
          }
          if (removed > 0) {
            keepHorizon(connection, number, table, ended);
          }
          return removed;
        });
  }

  private static void keepHorizon(Connection connection, long number, String table, long ended)
      throws SQLException {
    Instant published = Instant.EPOCH;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT published FROM pde.run WHERE run = ?")) {
      statement.setLong(1, ended);
      try (ResultSet row = statement.executeQuery()) {
        OffsetDateTime found = row.next() ? row.getObject(1, OffsetDateTime.class) : null;
        published = found == null ? published : found.toInstant();
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(HORIZON)) {
      statement.setString(1, table);
      statement.setLong(2, ended);
      statement.setObject(3, at(published));
      statement.setLong(4, number);
      statement.executeUpdate();
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
