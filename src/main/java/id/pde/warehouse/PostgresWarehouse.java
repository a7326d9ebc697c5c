package id.pde.warehouse;

import id.pde.mapping.Mapping;
import id.pde.run.RunReport;
import id.pde.run.Warehouse;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.RunWriting;
import id.pde.warehouse.publish.OpenPublication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Publishes runs into PostgreSQL. Safe for use by many threads: every run has its connection. */
public final class PostgresWarehouse implements Warehouse {

  private final Connections connections;
  private final Path work;
  private final Failures failures;

  /**
   * @param work a folder that only PDE reads, for rejected rows on their way
   */
  public PostgresWarehouse(Connections connections, Path work) {
    this.connections = connections;
    this.work = work;
    this.failures = new Failures(connections.settings().place());
  }

  @Override
  public long nextRun() {
    try (Connection connection = connections.open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet number = statement.executeQuery("SELECT nextval('pde.run_number')")) {
      number.next();
      return number.getLong(1);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Publication open(Order order) {
    return OpenPublication.open(connections, order, work);
  }

  @Override
  public void record(RunReport report, @Nullable Mapping mapping) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      RunWriting.write(connection, report, mapping);
      connection.commit();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
