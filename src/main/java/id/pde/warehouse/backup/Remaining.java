package id.pde.warehouse.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that make things which refer to each other. Each is tried; those that fail come again
 * behind the others, as long as any of them works.
 */
final class Remaining {

  private final Connection connection;
  private List<String> waiting = new ArrayList<>();

  Remaining(Connection connection) {
    this.connection = connection;
  }

  void add(String sql) {
    waiting.add(sql);
  }

  /** Makes what can be made by now. */
  void make() throws SQLException {
    int before = waiting.size() + 1;
    while (!waiting.isEmpty() && waiting.size() < before) {
      before = waiting.size();
      List<String> failed = new ArrayList<>();
      for (String sql : waiting) {
        if (!attempt(sql).isEmpty()) {
          failed.add(sql);
        }
      }
      waiting = failed;
    }
  }

  /** Makes the rest, and fails as the first of those does that cannot be made. */
  void makeAll() throws SQLException {
    make();
    for (String sql : waiting) {
      Catalogue.execute(connection, sql);
    }
    waiting = new ArrayList<>();
  }

  /** The SQLSTATE of its failure, which leaves no trace; empty: it worked. */
  String attempt(String sql) throws SQLException {
    return attempt(made -> Catalogue.execute(made, sql));
  }

  /** Something to try. */
  interface Trial {
    void run(Connection connection) throws SQLException;
  }

  String attempt(Trial trial) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      trial.run(connection);
      connection.releaseSavepoint(before);
      return "";
    } catch (SQLException failure) {
      connection.rollback(before);
      connection.releaseSavepoint(before);
      return String.valueOf(failure.getSQLState());
    }
  }
}
