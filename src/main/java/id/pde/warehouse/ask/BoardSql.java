package id.pde.warehouse.ask;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import id.pde.run.board.Figures;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.mart.OpenColumns;
import id.pde.warehouse.question.SingleStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers the Command Center by a login that reads public columns. Safe for many threads. */
public final class BoardSql implements Figures {

  /** A relation of a plan, as PostgreSQL writes it in JSON. */
  private static final Pattern READ =
      Pattern.compile(
          "\"Relation Name\": \"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"Schema\": \"warehouse\"");

  /** Views come and go with loads; what is public changes with the mapping files. */
  private static final Duration GRANTED = Duration.ofSeconds(10);

  private static final String DENIED = "42501";

  private final Supplier<Connections> database;
  private final BoardLogin login = new BoardLogin();
  private @Nullable Granted granted;

  /** What was granted last, and when. */
  private record Granted(Connections pde, Map<String, Set<String>> open, long at) {}

  /**
   * @param database with PDE's own login, which makes that of the board
   */
  public BoardSql(Supplier<Connections> database) {
    this.database = database;
  }

  @Override
  public Answer ask(
      Question question, Collection<Mapping> mappings, Stop stop, ResultVisitor visitor) {
    Issue fault = SingleStatement.fault(question.statement());
    if (fault != null) {
      return refused(new Refusal(fault, 0));
    }
    Connections pde = database.get();
    try {
      Connections board = login.of(pde);
      boolean looked = grant(pde, mappings);
      try {
        return answer(board, question, stop, visitor);
      } catch (SQLException failure) {
        if (looked || !DENIED.equals(failure.getSQLState())) {
          throw failure;
        }
        // A load made the view anew since; no row has left yet, for rights are looked at first.
        forget();
        grant(pde, mappings);
        return answer(board, question, stop, visitor);
      }
    } catch (ConsoleLogin.Lacking lacking) {
      return refused(AskFaults.lacking(lacking.statements()));
    } catch (SQLException failure) {
      if (AskFaults.tooLarge(failure)) {
        return refused(AskFaults.large());
      }
      String state = failure.getSQLState();
      if (state == null || Failures.isLost(state)) {
        throw new Failures(pde.settings().place()).explain(failure);
      }
      return refused(AskFaults.ofBoard(failure, question, stop.wanted()));
    }
  }

  private static Answer refused(Refusal refusal) {
    return new Answer(refusal, Set.of());
  }

  private static Answer answer(
      Connections board, Question question, Stop stop, ResultVisitor visitor) throws SQLException {
    try (Connection connection = board.open(Purpose.QUERY)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      AnalystSql.run(connection, question, stop, visitor);
      Set<String> tables = tables(connection, question.statement());
      connection.rollback();
      return new Answer(null, tables);
    }
  }

  /**
   * Looks whether the grants are what is public, once for all panels of a wall; whether it did. It
   * writes only where something changed.
   */
  private synchronized boolean grant(Connections pde, Collection<Mapping> mappings)
      throws SQLException {
    Map<String, Set<String>> open = OpenColumns.of(mappings);
    Granted last = granted;
    if (last != null
        && last.pde().equals(pde)
        && last.open().equals(open)
        && System.nanoTime() - last.at() < GRANTED.toNanos()) {
      return false;
    }
    try (Connection connection = pde.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      BoardGrants.sync(connection, open);
    }
    granted = new Granted(pde, open, System.nanoTime());
    return true;
  }

  private synchronized void forget() {
    granted = null;
  }

  private static Set<String> tables(Connection connection, String sql) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet plan =
          statement.executeQuery("EXPLAIN (VERBOSE, COSTS OFF, FORMAT JSON) " + sql)) {
        while (plan.next()) {
          Matcher read = READ.matcher(plan.getString(1));
          while (read.find()) {
            tables.add(read.group(1));
          }
        }
      }
    }
    return tables;
  }
}
