package id.pde.warehouse;

import id.pde.run.Exports;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.question.AccessLog;
import id.pde.warehouse.question.ExportedRelation;
import id.pde.warehouse.question.QuestionFaults;
import id.pde.warehouse.question.ResultRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Streams tables by a cursor and keeps that it did. Safe for use by many threads. */
public final class PostgresExports implements Exports {

  private static final int FETCHED = 1_000;

  /** Of one fetch; a view that sorts or joins may think for a while before its first row. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final String UNDEFINED_TABLE = "42P01";

  private final Connections connections;
  private final String who;

  /**
   * @param who the user of the operating system
   */
  public PostgresExports(Connections connections, String who) {
    this.connections = connections;
    this.who = who;
  }

  @Override
  public Given give(Order order, ResultVisitor visitor) {
    Optional<ExportedRelation> relation = ExportedRelation.of(order.name());
    if (relation.isEmpty()) {
      return new Given.Unknown(ExportedRelation.unknown(order.name()));
    }
    try (Connection log = connections.open(Purpose.QUERY);
        Connection connection = connections.open(Purpose.LOADING)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      Kept kept = new Kept(new AccessLog(log, who), relation.get(), order);
      long rows = stream(connection, kept, visitor);
      connection.rollback();
      kept.end(rows);
      return new Given.All(relation.get().shown(), rows);
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (UNDEFINED_TABLE.equals(state)) {
        return new Given.Unknown(ExportedRelation.unknown(order.name()));
      }
      if (state == null || Failures.isLost(state) || state.equals("25006")) {
        throw new Failures(connections.place()).explain(failure);
      }
      return new Given.Refused(QuestionFaults.of(failure, LIMIT));
    }
  }

  private static long stream(Connection connection, Kept kept, ResultVisitor visitor)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + LIMIT.toMillis());
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery(kept.relation.select())) {
        kept.begin(rows);
        return ResultRows.give(rows, visitor);
      }
    }
  }

  /** Keeps the export before its first row leaves. */
  private static final class Kept {

    private final AccessLog log;
    private final ExportedRelation relation;
    private final Order order;
    private long number;

    Kept(AccessLog log, ExportedRelation relation, Order order) {
      this.log = log;
      this.relation = relation;
      this.order = order;
    }

    void begin(ResultSet rows) throws SQLException {
      List<String> columns =
          ResultRows.columns(rows.getMetaData()).stream().map(Column::name).toList();
      number =
          log.begin(
              new AccessLog.Reading("export", List.of(relation.shown()), columns, order.form()));
    }

    void end(long rows) throws SQLException {
      log.end(number, rows);
    }
  }
}
