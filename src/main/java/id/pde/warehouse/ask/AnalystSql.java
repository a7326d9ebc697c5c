package id.pde.warehouse.ask;

import id.pde.model.Issue;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.ask.Asking;
import id.pde.run.ask.Stop;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.ResultRows;
import id.pde.warehouse.question.SingleStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers the console's questions with the rights of an analyst. Safe for use by many threads. */
public final class AnalystSql implements Asking {

  private static final int FETCHED = 1_000;

  private static final String RELATIONS =
      """
      SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE n.nspname IN ('mart', 'warehouse') AND c.relkind IN ('r', 'p', 'v', 'm')
         AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
       ORDER BY n.nspname, c.relname, a.attnum
      """;

  private final Supplier<Connections> database;
  private final ConsoleLogin login = new ConsoleLogin();

  /**
   * @param database with PDE's own login, which makes that of the analysts
   */
  public AnalystSql(Supplier<Connections> database) {
    this.database = database;
  }

  @Override
  public @Nullable Refusal ask(Question question, Stop stop, ResultVisitor visitor) {
    Issue fault = SingleStatement.fault(question.statement());
    if (fault != null) {
      return new Refusal(fault, 0);
    }
    Connections pde = database.get();
    try (Connection connection = login.of(pde).open(Purpose.QUERY)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      run(connection, question, stop, visitor);
      connection.rollback();
      return null;
    } catch (ConsoleLogin.Lacking lacking) {
      return AskFaults.lacking(lacking.statements());
    } catch (SQLException failure) {
      if (AskFaults.tooLarge(failure)) {
        return AskFaults.large();
      }
      String state = failure.getSQLState();
      if (state == null || Failures.isLost(state)) {
        throw new Failures(pde.settings().place()).explain(failure);
      }
      return AskFaults.of(failure, question, stop.wanted());
    }
  }

  /** Gives the rows of a question, in the transaction of the connection. */
  static void run(Connection connection, Question question, Stop stop, ResultVisitor visitor)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + question.limit().toMillis());
      // A question mark is an operator of PostgreSQL here, not a parameter.
      statement.setEscapeProcessing(false);
      statement.setFetchSize((int) Math.min(FETCHED, question.rows()));
      if (question.rows() < Integer.MAX_VALUE) {
        statement.setMaxRows((int) question.rows());
      }
      stop.by(() -> cancel(statement));
      try (ResultSet rows = statement.executeQuery(question.statement())) {
        ResultRows.give(rows, visitor);
      } finally {
        stop.over();
      }
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException away) {
      // Then the time limit ends it, or the lost connection.
    }
  }

  @Override
  public List<Relation> relations() {
    Connections pde = database.get();
    try (Connection connection = login.of(pde).open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      Map<List<String>, List<Column>> found = new LinkedHashMap<>();
      while (row.next()) {
        found
            .computeIfAbsent(List.of(row.getString(1), row.getString(2)), key -> new ArrayList<>())
            .add(new Column(row.getString(3), row.getString(4)));
      }
      List<Relation> all = new ArrayList<>();
      found.forEach((name, columns) -> all.add(new Relation(name.get(0), name.get(1), columns)));
      return all;
    } catch (ConsoleLogin.Lacking lacking) {
      return List.of();
    } catch (SQLException failure) {
      throw new Failures(pde.settings().place()).explain(failure);
    }
  }
}
