package id.pde.warehouse;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.QuestionFaults;
import id.pde.warehouse.question.ResultRows;
import id.pde.warehouse.question.SingleStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers questions of analysts in read-only transactions. Safe for use by many threads. */
public final class PostgresSql implements ReadOnlySql {

  private static final int FETCHED = 1_000;

  private final Connections connections;

  public PostgresSql(Connections connections) {
    this.connections = connections;
  }

  @Override
  public @Nullable Issue query(String statement, Duration limit, ResultVisitor visitor) {
    Issue fault = SingleStatement.fault(statement);
    if (fault != null) {
      return fault;
    }
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      ask(connection, statement, new Asked(limit, visitor));
      connection.rollback();
      return null;
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state == null || Failures.isLost(state)) {
        throw new Failures(connections.settings().place()).explain(failure);
      }
      return QuestionFaults.of(failure, limit);
    }
  }

  private record Asked(Duration limit, ResultVisitor visitor) {}

  /** Rows come by a portal of the transaction, so that a result of any size fits. */
  private static void ask(Connection connection, String sql, Asked asked) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + asked.limit().toMillis());
      // A question mark is an operator of PostgreSQL here, not a parameter.
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery(sql)) {
        ResultRows.give(rows, asked.visitor());
      }
    }
  }
}
