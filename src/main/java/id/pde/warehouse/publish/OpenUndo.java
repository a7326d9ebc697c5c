package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.run.RunReport;
import id.pde.run.Undoing.Preview;
import id.pde.run.Undoing.UndoRefused;
import id.pde.warehouse.ledger.RunWriting;
import id.pde.warehouse.table.RunIndex;
import id.pde.warehouse.table.UndoTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The transaction that takes a run back. */
public final class OpenUndo {

  private static final String LOCK_PATIENCE = "SET LOCAL lock_timeout = '30s'";

  private final Connection connection;
  private final RunReport run;
  private final UndoTable table;
  private final UndoSql sql;
  private final UndoScope scope;

  private OpenUndo(Connection connection, RunReport run, UndoTable table, UndoScope scope) {
    this.connection = connection;
    this.run = run;
    this.table = table;
    this.sql = new UndoSql(run.table(), table.columns());
    this.scope = scope;
  }

  /**
   * Takes the table and looks whether the run can be taken back.
   *
   * @param connection in a transaction
   * @throws UndoRefused when it cannot
   */
  public static OpenUndo open(Connection connection, RunReport run) throws SQLException {
    UndoFaults faults = new UndoFaults(run);
    if (!Locks.takeTable(connection, run.table())) {
      throw faults.busy(Locks.holder(connection, run.table()));
    }
    Undone undone = faults.find(connection);
    UndoTable table = UndoTable.read(connection, run.table());
    if (table == null) {
      throw faults.noTable();
    }
    Room.make(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK_PATIENCE);
      statement.execute("LOCK TABLE " + table.qualified() + " IN SHARE ROW EXCLUSIVE MODE");
      statement.execute(RunIndex.catchUp(run.table()));
    }
    return new OpenUndo(connection, run, table, scope(connection, table, undone));
  }

  private static UndoScope scope(Connection connection, UndoTable table, Undone undone)
      throws SQLException {
    if (!table.key().isEmpty()) {
      return new KeyedUndo(table.table(), table.key(), undone);
    }
    List<Long> makers =
        undone.whole() ? List.of() : column(connection, UnkeyedUndo.makers(table.table(), undone));
    return new UnkeyedUndo(table.table(), table.columns(), undone, makers);
  }

  /** The number of the run that does it. */
  public long number() throws SQLException {
    return Turns.next(connection);
  }

  /** Finds what is to be done; the target is not touched. */
  public Preview settle() throws SQLException {
    for (String statement : scope.collect()) {
      write(statement);
    }
    List<String> lacking = lacking();
    long impossible = lacking.isEmpty() ? 0 : write(sql.impossible(lacking));
    List<Long> counts = numbers(sql.count());
    long kept = numbers(scope.countKept()).get(0);
    List<Long> later = kept == 0 ? List.of() : column(connection, scope.later());
    return new Preview(
        counts.get(0), counts.get(1), counts.get(2), kept, later, impossible, lacking);
  }

  /** Does it and writes the ledger. */
  public void write(Preview settled, RunReport report) throws SQLException {
    long by = report.run();
    expect(settled.restored(), write(sql.keepRestored(by)));
    expect(settled.restored(), write(sql.restore(by)));
    expect(settled.removed(), write(sql.keepRemoved(by)));
    expect(settled.removed(), write(sql.remove()));
    expect(settled.returned(), write(sql.bring(by)));
    RunWriting.write(connection, report, null);
    new UndoLedger(connection).take(run.run(), by);
  }

  /** The counts of the run that did it. */
  public static Counts counts(Preview settled) {
    long accepted = settled.returned() + settled.restored();
    return new Counts(
        accepted, accepted, 0, 0, settled.returned(), settled.restored(), 0, settled.removed(), 0);
  }

  private List<String> lacking() throws SQLException {
    List<String> lacking = new ArrayList<>();
    if (table.required().isEmpty()) {
      return lacking;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.lacking(table.required()))) {
      row.next();
      for (int i = 0; i < table.required().size(); i++) {
        if (row.getBoolean(i + 1)) {
          lacking.add(table.required().get(i));
        }
      }
    }
    return lacking;
  }

  private static void expect(long settled, long written) throws SQLException {
    if (settled != written) {
      throw new SQLException("other rows were written than were counted", "XX000");
    }
  }

  private long write(String statement) throws SQLException {
    try (Statement writing = connection.createStatement()) {
      return Math.max(writing.executeLargeUpdate(statement), 0);
    }
  }

  private List<Long> numbers(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      List<Long> numbers = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        numbers.add(row.getLong(i));
      }
      return numbers;
    }
  }

  private static List<Long> column(Connection connection, String query) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }
}
