package id.pde.warehouse;

import id.pde.run.pull.Mark;
import id.pde.run.pull.Pulls;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.publish.Watermarks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the ledger knows of earlier pulls. Safe for use by many threads. */
public final class PostgresPulls implements Pulls {

  private static final String AGAIN =
      """
      SELECT EXISTS (
        SELECT FROM pde.run same JOIN pde.run later
            ON later.mapping = same.mapping AND later.run > same.run AND later.sha256 <> same.sha256
         WHERE same.mapping = ? AND same.sha256 = ?
           AND same.outcome IN ('loaded', 'loaded_with_rejects') AND same.undone_by IS NULL AND same.undoes IS NULL
           AND later.outcome IN ('loaded', 'loaded_with_rejects') AND later.undone_by IS NULL AND later.undoes IS NULL
           AND NOT EXISTS (SELECT FROM pde.run newest
             WHERE newest.mapping = same.mapping AND newest.sha256 = same.sha256 AND newest.run > later.run
               AND newest.outcome IN ('loaded', 'loaded_with_rejects')
               AND newest.undone_by IS NULL AND newest.undoes IS NULL))
      """;

  private final Connections connections;
  private final Failures failures;

  public PostgresPulls(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public @Nullable Mark mark(String mapping) {
    try (Connection connection = connections.openShort()) {
      return Watermarks.find(connection, mapping);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public boolean again(String mapping, String sha256) {
    try (Connection connection = connections.openShort();
        PreparedStatement statement = connection.prepareStatement(AGAIN)) {
      statement.setString(1, mapping);
      statement.setString(2, sha256);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
