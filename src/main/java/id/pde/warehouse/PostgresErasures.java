package id.pde.warehouse;

import id.pde.run.erase.ErasureLedger;
import id.pde.run.erase.Tombstone;
import id.pde.run.erase.Tombstone.Event;
import id.pde.run.erase.Tombstone.State;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.erase.ErasureEntries;
import id.pde.warehouse.erase.OpenErasure;
import id.pde.warehouse.failure.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erasures in PostgreSQL. Safe for use by many threads. */
public final class PostgresErasures implements ErasureLedger {

  private static final String EVENTS = "SELECT kind, hash, since, lifted FROM pde.tombstone";

  private static final String BEGIN =
      """
      INSERT INTO pde.erasure (action, begun, who, subject, reason, reference) VALUES (?, ?, ?, ?, ?, ?)
      RETURNING erasure
      """;

  private static final String LAY =
      """
      INSERT INTO pde.tombstone (hash, kind, erasure, since) VALUES (?, ?, ?, ?)
      ON CONFLICT (hash) DO UPDATE SET erasure = excluded.erasure, since = excluded.since, lifted = NULL
      """;

  private static final String LIFT =
      "UPDATE pde.tombstone SET lifted = ? WHERE hash = ? AND lifted IS NULL";

  private static final String DONE =
      """
      INSERT INTO pde.erased_file (erasure, place, sha256, done, now_sha256, records) VALUES (?, ?, ?, now(), ?, ?)
      ON CONFLICT (erasure, place, sha256) DO UPDATE
        SET done = excluded.done, now_sha256 = excluded.now_sha256, records = excluded.records
      """;

  /** What an interrupted erasure left to do of a file is done by now. */
  private static final String SETTLE =
      "UPDATE pde.erased_file SET done = now(), now_sha256 = ? WHERE place = ? AND sha256 = ? AND done IS NULL";

  private static final String ROWS =
      "INSERT INTO pde.erased_rows (erasure, place, rows) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String END = "UPDATE pde.erasure SET ended = now() WHERE erasure = ?";

  private final Connections connections;
  private final Failures failures;

  public PostgresErasures(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  private interface Asking<T> {
    T with(Connection connection) throws SQLException;
  }

  /** One transaction. */
  private <T> T ask(Asking<T> asking) {
    try (Connection connection = connections.openShort()) {
      connection.setAutoCommit(false);
      T answer = asking.with(connection);
      connection.commit();
      return answer;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(EVENTS);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Tombstone tombstone = new Tombstone(row.getString(1), row.getString(2));
        events.add(new Event(tombstone, State.LAID, instant(row, 3)));
        if (row.getObject(4) != null) {
          events.add(new Event(tombstone, State.LIFTED, instant(row, 4)));
        }
      }
      return events;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public long begin(Note note, @Nullable Tombstone laid) {
    return ask(
        connection -> {
          long number = note(connection, "erase", note);
          if (laid != null) {
            try (PreparedStatement statement = connection.prepareStatement(LAY)) {
              statement.setString(1, laid.hash());
              statement.setString(2, laid.kind());
              statement.setLong(3, number);
              statement.setObject(4, at(note.at()));
              statement.executeUpdate();
            }
          }
          return number;
        });
  }

  @Override
  public void lift(Tombstone tombstone, Note note) {
    boolean unused =
        ask(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(LIFT)) {
                statement.setObject(1, at(note.at()));
                statement.setString(2, tombstone.hash());
                statement.executeUpdate();
              }
              return end(connection, note(connection, "lift", note));
            });
  }

  private static long note(Connection connection, String action, Note note) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
      statement.setString(1, action);
      statement.setObject(2, at(note.at()));
      statement.setString(3, note.who());
      statement.setString(4, note.subject());
      statement.setString(5, note.reason());
      statement.setString(6, note.reference());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Override
  public void done(long erasure, FileDone file) {
    boolean unused =
        ask(
            connection -> {
              try (PreparedStatement settle = connection.prepareStatement(SETTLE);
                  PreparedStatement done = connection.prepareStatement(DONE)) {
                settle.setString(1, file.now());
                settle.setString(2, file.place());
                settle.setString(3, file.sha256());
                settle.executeUpdate();
                done.setLong(1, erasure);
                done.setString(2, file.place());
                done.setString(3, file.sha256());
                done.setString(4, file.now());
                done.setLong(5, file.records());
                return done.executeUpdate() > 0;
              }
            });
  }

  @Override
  public void end(long erasure, List<Count> counts) {
    boolean unused =
        ask(
            connection -> {
              try (PreparedStatement rows = connection.prepareStatement(ROWS)) {
                for (Count count : counts) {
                  rows.setLong(1, erasure);
                  rows.setString(2, count.place());
                  rows.setLong(3, count.rows());
                  rows.executeUpdate();
                }
              }
              return end(connection, erasure);
            });
  }

  private static boolean end(Connection connection, long erasure) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(END)) {
      statement.setLong(1, erasure);
      return statement.executeUpdate() > 0;
    }
  }

  @Override
  public Work open(Mode mode) {
    return OpenErasure.open(connections, mode);
  }

  @Override
  public List<Entry> entries(int limit) {
    return ask(connection -> new ErasureEntries(connection).newest(limit));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
