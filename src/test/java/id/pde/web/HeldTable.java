package id.pde.web;

import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** Keeps everybody from writing into a table, so that a load stops where it would; not reading. */
final class HeldTable implements AutoCloseable {

  private final Connection connection;
  private final String table;

  private HeldTable(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /** Holds it until it is closed; waits for whoever writes now. */
  static HeldTable hold(TestDatabase database, String table) throws SQLException {
    Connection connection = database.open();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN SHARE MODE");
    }
    return new HeldTable(connection, table);
  }

  /** Comes back when somebody stands before it. */
  void awaitSomebody() throws SQLException, InterruptedException {
    String question =
        "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '%s'::regclass"
            .formatted(table);
    for (int tries = 0; tries < 600; tries++) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(question)) {
        row.next();
        if (row.getLong(1) > 0) {
          return;
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("nobody writes into " + table);
  }

  @Override
  public void close() throws SQLException {
    release();
  }

  /** Lets everybody in; once is enough. */
  void release() throws SQLException {
    if (!connection.isClosed()) {
      try (connection) {
        connection.rollback();
      }
    }
  }
}
