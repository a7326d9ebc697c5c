package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.run.Approval;
import id.pde.run.ApprovalFaults;
import id.pde.run.Changes;
import id.pde.run.References;
import id.pde.run.RunReport;
import id.pde.run.RunStep;
import id.pde.run.RunStopped;
import id.pde.run.TargetRefused;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Latest;
import id.pde.run.Warehouse.Order;
import id.pde.run.Warehouse.Publication;
import id.pde.run.Warehouse.SamePeriod;
import id.pde.run.Warehouse.Settlement;
import id.pde.run.Warehouse.WaitingRow;
import id.pde.run.check.RowFinding;
import id.pde.run.pull.Mark;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.ApprovalWriting;
import id.pde.warehouse.ledger.RejectSpool;
import id.pde.warehouse.ledger.RunWriting;
import id.pde.warehouse.mart.Presentation;
import id.pde.warehouse.mart.ReferenceTables;
import id.pde.warehouse.table.TableShape;
import id.pde.warehouse.table.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a run on a connection of its own. After any failure the connection is thrown
 * away: the server then forgets whatever was written. After a commit it may serve the next run.
 */
public final class OpenPublication implements Publication {

  private final Connections connections;
  private final Draft draft;
  private final Path work;
  private final Failures failures;
  private @Nullable RowPath path;
  private @Nullable RejectSpool spool;
  private @Nullable Settlement settlement;
  private @Nullable Mark mark;
  private boolean committed;

  private OpenPublication(Connections connections, Draft draft, Path work) {
    this.connections = connections;
    this.draft = draft;
    this.work = work;
    this.failures = draft.failures();
  }

  /**
   * What a publication needs beside its order.
   *
   * @param work the folder where rejected rows are spooled
   * @param key the id of the key under which the pseudonyms of this run are made
   * @param references what names are taken from
   */
  public record Needs(Path work, Optional<String> key, References references) {}

  /** As {@link id.pde.run.Warehouse#open}. */
  public static OpenPublication open(Connections connections, Order order, Needs needs) {
    Failures failures = new Failures(connections.place());
    Connection connection = connections.openLoading(work(order));
    OpenPublication opened = null;
    try {
      connection.setAutoCommit(false);
      if (order.intent() == Intent.LOAD) {
        if (ReferenceTables.sync(connection, needs.references())) {
          // Others wait for nothing but the names.
          connection.commit();
        }
      }
      Draft draft = begin(connection, order, failures);
      if (draft.shape().hasPseudonyms()) {
        new KeyTurn(connection, order).take(needs.key());
      }
      if (!draft.plan()) {
        order.listener().reached(RunStep.LOCKED);
      }
      opened = new OpenPublication(connections, draft, needs.work());
      return opened;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    } finally {
      // Whatever was thrown, also by a listener: the table is not kept by somebody who is gone.
      if (opened == null) {
        discard(connection);
      }
    }
  }

  /** The same statements mean the same to every run of one mapping as it stands. */
  private static String work(Order order) {
    return order.mapping().id() + " " + order.mapping().text().sha256();
  }

  private static Draft begin(Connection connection, Order order, Failures failures)
      throws SQLException {
    TableShape shape = TableShape.of(order.mapping());
    Tables tables = new Tables(shape, order.mapping().text().file());
    Presentation presentation = new Presentation(order.mapping());
    return switch (order.intent()) {
      case LOAD -> {
        TableTurn turn = new TableTurn(connection, order);
        Tables.Look look = turn.take(tables, presentation);
        Draft.Target target = new Draft.Target(tables, presentation, look, turn.notes());
        yield new Draft(connection, turn.taken(), shape, target, failures);
      }
      case PLAN -> {
        // One snapshot for all that a plan counts.
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        Tables.Look look = tables.look(connection);
        Draft.Target target = new Draft.Target(tables, presentation, look, tables.proposals(look));
        Draft draft = new Draft(connection, order, shape, target, failures);
        draft.copyRenamed();
        yield draft;
      }
    };
  }

  @Override
  public long run() {
    return draft.order().run();
  }

  @Override
  public List<Issue> notes() {
    return draft.target().notes();
  }

  @Override
  public @Nullable Long duplicateOf(SamePeriod same) {
    try {
      return Duplicates.find(draft.connection(), draft.order(), same);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public List<WaitingRow> waiting(long run) {
    try {
      return Rejects.waiting(draft.connection(), run, draft.plan());
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public @Nullable Long laterThan(long run) {
    try {
      return Rejects.later(draft.connection(), run);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public void accept(
      Outcome.Accepted accepted, @Nullable Period period, List<@Nullable Long> marks) {
    try {
      path().accept(accepted.record(), period, marks);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public void delete(Outcome.Deletes deletes, @Nullable Period period) {
    try {
      path().delete(deletes.record(), period);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public @Nullable Latest later(LocalDate than) {
    try {
      return Periods.later(draft.connection(), draft.shape().table(), than);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public void reject(Outcome.Rejected rejected) {
    if (draft.plan()) {
      return;
    }
    try {
      spool().add(draft.order().run(), rejected);
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public Settlement settle() {
    try {
      RowPath rows = path();
      rows.copied();
      draft.order().listener().reached(RunStep.COPIED);
      Settlement settled = rows.settle();
      settlement = settled;
      draft.order().listener().reached(RunStep.SETTLED);
      return settled;
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public List<RowFinding> findings() {
    try {
      return path().findings();
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public Changes changes() {
    try {
      ChangedRows rows = path().changed();
      return rows == null ? Changes.NONE : new ChangeReading(draft, rows).changes();
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public String digest() {
    try {
      ChangedRows rows = path().changed();
      return rows == null ? "" : new ChangeReading(draft, rows).digest();
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public boolean isMarked() {
    try {
      return Watermarks.find(draft.connection(), draft.order().mapping().id()) != null;
    } catch (SQLException failure) {
      throw broken(failure);
    }
  }

  @Override
  public void mark(Mark reached) {
    mark = reached;
  }

  @Override
  public void publish(RunReport report) {
    Settlement settled = settlement;
    if (settled == null || draft.plan()) {
      throw new IllegalStateException("only a load that was settled is published");
    }
    try {
      Balance balance = new Balance(report.counts(), settled.counts());
      balance.refuseOther(failures);
      balance.refuseOther(failures, path().write());
      reached(RunStep.MERGED);
      balance.refuseOther(failures, spool == null ? 0 : spool.copyTo(draft.connection()));
      settleRejects(report);
      reached(RunStep.QUARANTINED);
      RunWriting.write(draft.connection(), report, draft.order().mapping());
      Superseding.settle(draft.connection(), report, draft.order().mapping().target());
      settleHeld(report);
      if (mark != null) {
        Watermarks.write(draft.connection(), report.run(), report.mapping(), mark);
      }
      reached(RunStep.RECORDED);
    } catch (SQLException failure) {
      throw broken(failure);
    }
    commit(report.run());
    reached(RunStep.COMMITTED);
  }

  /** Rows that were read again wait no longer, or wait in this run's quarantine. */
  private void settleRejects(RunReport report) throws SQLException {
    Long of = draft.order().rejectsOf();
    if (of != null
        && Rejects.settle(draft.connection(), of, report.run()) != report.counts().read()) {
      throw new SQLException("other rows wait than were read again", "XX000");
    }
  }

  /** The decision over a held run is taken together with what it lets happen, once. */
  private void settleHeld(RunReport report) throws SQLException {
    Approval approval = report.approval();
    Approval.Decision decision = approval == null ? null : approval.decision();
    Long held = report.related();
    if (decision != null
        && (held == null || !ApprovalWriting.decide(draft.connection(), held, decision))) {
      throw new TargetRefused(ApprovalFaults.decidedMeanwhile(held), null);
    }
  }

  /** A connection lost during COMMIT says nothing; the ledger does. */
  private void commit(long run) {
    try {
      draft.connection().commit();
      committed = true;
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state != null && !Failures.isLost(state)) {
        throw broken(failure);
      }
      if (!new CommitQuestion(connections, failures).isCommitted(run)) {
        throw broken(failure);
      }
    }
  }

  private void reached(RunStep step) {
    draft.order().listener().reached(step);
  }

  private RowPath path() throws SQLException {
    RowPath open = path;
    if (open == null) {
      open = RowPaths.of(draft);
      path = open;
    }
    return open;
  }

  private RejectSpool spool() throws SQLException {
    RejectSpool open = spool;
    if (open == null) {
      open = RejectSpool.open(work);
      spool = open;
    }
    return open;
  }

  private RunStopped broken(SQLException failure) {
    close();
    return failures.explain(failure);
  }

  @Override
  public void close() {
    RowPath rows = path;
    if (rows != null) {
      rows.close();
    }
    if (committed) {
      connections.giveBack(draft.connection(), work(draft.order()));
    } else {
      discard(draft.connection());
    }
    RejectSpool rejects = spool;
    if (rejects != null) {
      rejects.close();
    }
  }

  /** The server rolls back what was not committed when the connection goes. */
  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException broken) {
      // It is gone either way; why it had to go is said by the failure that led here.
      return;
    }
  }
}
