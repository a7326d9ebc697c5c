package id.pde.warehouse;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.AccessLog;
import id.pde.warehouse.question.PersonalReads;
import id.pde.warehouse.question.QuestionFaults;
import id.pde.warehouse.question.ResultRows;
import id.pde.warehouse.question.SingleStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers questions of analysts in read-only transactions. Safe for use by many threads. */
public final class PostgresSql implements ReadOnlySql {

  private static final int FETCHED = 1_000;

  private final Connections connections;
  private final String who;

  /**
   * @param who the user of the operating system
   */
  public PostgresSql(Connections connections, String who) {
    this.connections = connections;
    this.who = who;
  }

  @Override
  public @Nullable Issue query(String statement, Duration limit, ResultVisitor visitor) {
    Issue fault = SingleStatement.fault(statement);
    if (fault != null) {
      return fault;
    }
    try (Connection connection = connections.open(Purpose.QUERY)) {
      List<String> personal = PersonalReads.of(connection, statement);
      AccessLog log = new AccessLog(connection, who);
      long number = personal.isEmpty() ? 0 : log.begin(reading(personal));
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      long rows = ask(connection, statement, new Asked(limit, visitor));
      connection.rollback();
      if (!personal.isEmpty()) {
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        log.end(number, rows);
      }
      return null;
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state == null || Failures.isLost(state)) {
        throw new Failures(connections.place()).explain(failure);
      }
      return QuestionFaults.of(failure, limit);
    }
  }

  /** The statement itself is not kept: it may name the person that is looked for. */
  private static AccessLog.Reading reading(List<String> columns) {
    List<String> relations =
        columns.stream()
            .map(column -> column.substring(0, column.lastIndexOf('.')))
            .distinct()
            .toList();
    return new AccessLog.Reading("sql", relations, columns, "");
  }

  private record Asked(Duration limit, ResultVisitor visitor) {}

  /** Rows come by a portal of the transaction, so that a result of any size fits. */
  private static long ask(Connection connection, String sql, Asked asked) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + asked.limit().toMillis());
      // A question mark is an operator of PostgreSQL here, not a parameter.
      statement.setEscapeProcessing(false);
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return ResultRows.give(rows, asked.visitor());
      }
    }
  }
}
