package id.pde.warehouse;

import id.pde.mapping.Mapping;
import id.pde.run.References;
import id.pde.run.RunReport;
import id.pde.run.Warehouse;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.RunWriting;
import id.pde.warehouse.publish.OpenPublication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes runs into PostgreSQL. Safe for use by many threads: every run has its connection. */
public final class PostgresWarehouse implements Warehouse {

  private final Connections connections;
  private final Path work;
  private final Optional<String> key;
  private final References references;
  private final Failures failures;

  /** For mappings without {@code protect: hmac}. */
  public PostgresWarehouse(Connections connections, Path work) {
    this(connections, work, Optional.empty(), References.NONE);
  }

  /**
   * @param work a folder that only PDE reads, for rejected rows on their way
   * @param key the id of the key under which pseudonyms are made
   * @param references what names are taken from; brought to the database before a run
   */
  public PostgresWarehouse(
      Connections connections, Path work, Optional<String> key, References references) {
    this.connections = connections;
    this.work = work;
    this.key = key;
    this.references = references;
    this.failures = new Failures(connections.place());
  }

  @Override
  public long nextRun() {
    try (Connection connection = connections.openShort();
        PreparedStatement statement =
            connection.prepareStatement("SELECT nextval('pde.run_number')");
        ResultSet number = statement.executeQuery()) {
      number.next();
      return number.getLong(1);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Publication open(Order order) {
    return OpenPublication.open(
        connections, order, new OpenPublication.Needs(work, key, references));
  }

  @Override
  public void record(RunReport report, @Nullable Mapping mapping) {
    try (Connection connection = connections.openShort()) {
      connection.setAutoCommit(false);
      RunWriting.write(connection, report, mapping);
      connection.commit();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
