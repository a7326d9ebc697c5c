package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TableBusy;
import java.sql.Connection;
import java.sql.SQLException;

/** Holds a table for something that is no run. */
public final class TableHold {

  private TableHold() {}

  /**
   * Takes it until the transaction ends.
   *
   * @throws TableBusy when a run has it
   */
  public static void take(Connection connection, String table) throws SQLException {
    if (Locks.takeTable(connection, table)) {
      return;
    }
    long holder = Locks.holder(connection, table);
    String run = holder == 0 ? "" : " (run " + holder + ")";
    throw new TableBusy(
        Issue.of(
            TableBusy.CODE,
            Severity.REFUSE,
            new Location.Whole("warehouse." + table),
            new Advice(
                "one writer per table",
                new Text(
                    "tabel ini sedang ditulis oleh run lain" + run,
                    "another run is writing this table" + run),
                new Text("tunggu sampai selesai, lalu ulangi", "wait until it ends, then repeat"))),
        holder);
  }
}
