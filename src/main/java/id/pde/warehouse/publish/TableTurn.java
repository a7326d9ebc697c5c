package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TableBusy;
import id.pde.run.Warehouse.Order;
import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import id.pde.warehouse.mart.Presentation;
import id.pde.warehouse.table.StandingTable.Namesakes;
import id.pde.warehouse.table.Tables;
import id.pde.warehouse.table.Tables.Look;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Waits for a table, and gives it its shape before the transaction that fills it. */
final class TableTurn {

  private static final long PAUSE_MILLIS = 100;

  private final Connection connection;
  private final Order order;
  private final String table;
  private long run;
  private final Set<Issue> notes = new LinkedHashSet<>();

  TableTurn(Connection connection, Order order) {
    this.connection = connection;
    this.order = order;
    this.run = order.run();
    this.table = order.mapping().target().table();
  }

  /**
   * Comes back with the table taken, fitting and presented. Changing it is a transaction of its
   * own, and the lock ends with it: so everything is looked at again afterwards.
   */
  Look take(Tables tables, Presentation presentation) throws SQLException {
    while (true) {
      waitForTable();
      Questions questions = new Questions();
      Answer<Boolean> shown = Locks.takeRun(questions, run);
      Answer<Namesakes> standing = Presentation.standing(questions, connection, table);
      Tables.Asked shape = tables.ask(questions, standing);
      Presentation.Asked presented = presentation.ask(questions, standing);
      questions.send(connection);
      Look look = tables.look(shape);
      notes.addAll(tables.proposals(look));
      boolean widens = tables.needsWidening(look);
      if (shown.get() && !widens && !presentation.isStale(presented)) {
        return look;
      }
      Tables.waitShortly(connection);
      if (tables.changesTypes(look)) {
        presentation.withdraw(connection);
      }
      if (widens) {
        tables.widen(connection, look);
      }
      presentation.apply(connection);
      connection.commit();
    }
  }

  /** What was noticed before the table got its shape. */
  List<Issue> notes() {
    return List.copyOf(notes);
  }

  /** The order under the number that the run has, once the table is taken. */
  Order taken() {
    return order.as(run);
  }

  private void waitForTable() throws SQLException {
    long begun = System.nanoTime();
    while (!isTaken()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waited.compareTo(order.patience()) >= 0) {
        throw busy(Locks.holder(connection, table));
      }
      connection.rollback();
      pause();
    }
  }

  /** Takes the table, and the number under which the run may publish. */
  private boolean isTaken() throws SQLException {
    Questions questions = new Questions();
    Answer<Boolean> taken = Locks.takeTable(questions, table);
    Answer<Boolean> overtaken = Turns.overtaken(questions, table, run);
    questions.send(connection);
    if (taken.get() && overtaken.get()) {
      run = Turns.next(connection);
    }
    return taken.get();
  }

  private static void pause() throws SQLException {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a table", "57014", interrupted);
    }
  }

  private TableBusy busy(long holder) {
    String whoId = holder == 0 ? "proses lain" : "proses " + holder;
    String whoEn = holder == 0 ? "another run" : "run " + holder;
    Advice advice =
        new Advice(
            "one writer per table",
            new Text(
                "Tabel %s sedang diisi oleh %s".formatted(table, whoId),
                "The table %s is being loaded by %s".formatted(table, whoEn)),
            new Text(
                "Ulangi setelah selesai, atau tunggu dengan --wait DETIK",
                "Repeat it afterwards, or wait with --wait SECONDS"));
    Location place = new Location.Whole("warehouse." + table);
    return new TableBusy(Issue.of("table.busy", Severity.REFUSE, place, advice), holder);
  }
}
