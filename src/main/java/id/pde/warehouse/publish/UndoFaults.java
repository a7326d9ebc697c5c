package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunReport;
import id.pde.run.TableBusy;
import id.pde.run.Undoing.UndoRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a run cannot be taken back. */
final class UndoFaults {

  private static final String STATE =
      "SELECT outcome, undone_by FROM pde.run WHERE run = ? FOR UPDATE";

  /** A row that a later delivery only confirmed carries no trace of it. */
  private static final String CONFIRMED =
      """
      SELECT run FROM pde.run
       WHERE table_name = ? AND run > ? AND unchanged > 0 AND undone_by IS NULL
         AND outcome IN ('loaded', 'loaded_with_rejects')
       ORDER BY run DESC LIMIT 10
      """;

  /** The run that would be in force twice, where this one is what took it back. */
  private static final String AGAIN =
      """
      SELECT again.run
        FROM pde.run this JOIN pde.run before ON before.run = this.undoes
        JOIN pde.run again ON again.sha256 = before.sha256 AND again.mapping = before.mapping
             AND again.period IS NOT DISTINCT FROM before.period
       WHERE this.run = ? AND again.run > before.run AND again.undoes IS NULL AND before.undoes IS NULL
         AND again.undone_by IS NULL AND again.outcome IN ('loaded', 'loaded_with_rejects')
       LIMIT 1
      """;

  private final RunReport run;

  UndoFaults(RunReport run) {
    this.run = run;
  }

  @Nullable UndoRefused find(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setLong(1, run.run());
      try (ResultSet row = statement.executeQuery()) {
        boolean loaded =
            row.next()
                && (row.getString(1).equals(RunOutcome.LOADED.code())
                    || row.getString(1).equals(RunOutcome.LOADED_WITH_REJECTS.code()));
        if (!loaded) {
          return notLoaded();
        }
        long by = row.getLong(2);
        if (by != 0) {
          return refused(
              "undo.done",
              new Text("sudah dibatalkan oleh run " + by, "it was taken back by run " + by),
              new Text(
                  "untuk memberlakukannya lagi: pde undo " + by,
                  "to put it in force again: pde undo " + by));
        }
      }
    }
    List<Long> confirmed = confirmed(connection);
    if (!confirmed.isEmpty()) {
      String runs = confirmed.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return refused(
          "undo.confirmed",
          new Text(
              "kiriman sesudahnya memuat baris yang sama tanpa perubahan: run " + runs,
              "later deliveries held the same rows unchanged: run " + runs),
          new Text(
              "batalkan dahulu run itu, mulai dari yang terbaru",
              "take these back first, beginning with the newest"));
    }
    List<Long> again = numbers(connection, AGAIN, run.run());
    return again.isEmpty() || again.get(0) == 0
        ? null
        : refused(
            "undo.again",
            new Text(
                "kiriman yang sama sudah dimuat lagi oleh run " + again.get(0),
                "the same delivery was loaded again by run " + again.get(0)),
            new Text("tidak ada yang perlu dilakukan", "there is nothing to do"));
  }

  private List<Long> confirmed(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CONFIRMED)) {
      statement.setString(1, run.table());
      statement.setLong(2, run.run());
      return column(statement);
    }
  }

  private static List<Long> numbers(Connection connection, String sql, long number)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, number);
      return column(statement);
    }
  }

  private static List<Long> column(PreparedStatement statement) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  private UndoRefused notLoaded() {
    return refused(
        "undo.nothing",
        new Text("run itu tidak memuat apa pun", "that run loaded nothing"),
        new Text(
            "pilih run yang hasilnya loaded; lihat pde runs",
            "choose a run whose outcome is loaded; see pde runs"));
  }

  UndoRefused noTable() {
    return refused(
        "undo.table",
        new Text(
            "tabel " + run.table() + " tidak ada lagi", "the table " + run.table() + " is gone"),
        new Text("tidak ada yang dapat dibatalkan", "there is nothing to take back"));
  }

  TableBusy busy(long holder) {
    String by = holder == 0 ? "" : " " + holder;
    Advice advice =
        new Advice(
            "one writer per table",
            new Text(
                "tabel " + run.table() + " sedang diisi run" + by,
                "the table " + run.table() + " is being loaded by run" + by),
            new Text("ulangi setelah selesai", "repeat it afterwards"));
    return new TableBusy(
        Issue.of(
            TableBusy.CODE,
            Severity.REFUSE,
            new Location.Whole("warehouse." + run.table()),
            advice),
        holder);
  }

  private UndoRefused refused(String code, Text why, Text fix) {
    String number = "run " + run.run();
    return new UndoRefused(
        Issue.of(
            code,
            Severity.REFUSE,
            new Location.Whole(number),
            new Advice(
                "pde undo",
                new Text(
                    number + " tidak dapat dibatalkan: " + why.id(),
                    number + " cannot be taken back: " + why.en()),
                fix)));
  }
}
