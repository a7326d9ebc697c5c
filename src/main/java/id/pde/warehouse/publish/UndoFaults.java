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

  /**
   * Later loads that spoke of rows which were not there: had the run not been, they might have done
   * something to rows that it hid. Periods do not speak of each other.
   */
  private static final String REACHING =
      """
      SELECT later.run
        FROM pde.run later JOIN pde.run this ON this.run = ?
       WHERE later.table_name = this.table_name AND later.run > this.run AND later.reach IS NOT NULL
         AND later.undone_by IS NULL AND later.undoes IS NULL AND later.published IS NOT NULL
         AND (later.reach <> 'period' OR later.period LIKE '%..%' OR this.period LIKE '%..%'
              OR later.period IS NOT DISTINCT FROM this.period)
       ORDER BY later.run DESC LIMIT 10
      """;

  /** What last took a load back or put it in force again. */
  private static final String LAST =
      """
      WITH RECURSIVE turn (run) AS (
        SELECT run FROM pde.run WHERE undoes = ?
        UNION ALL
        SELECT r.run FROM turn t JOIN pde.run r ON r.undoes = t.run
      )
      SELECT run FROM turn ORDER BY run DESC LIMIT 1
      """;

  /** Loads before a run that stood when it was loaded and do not now, or the other way round. */
  private static final String MOVED =
      """
      WITH RECURSIVE turn (load, run) AS (
        SELECT run, run FROM pde.run
         WHERE table_name = ? AND run < ? AND undoes IS NULL AND published IS NOT NULL
        UNION ALL
        SELECT t.load, r.run FROM turn t JOIN pde.run r ON r.undoes = t.run
      )
      SELECT load FROM turn WHERE run > ? GROUP BY load HAVING count(*) % 2 = 1 ORDER BY load DESC LIMIT 10
      """;

  /** A later run of the same delivery that stands, where this one is to stand again. */
  private static final String AGAIN =
      """
      SELECT again.run
        FROM pde.run before JOIN pde.run again ON again.sha256 = before.sha256 AND again.mapping = before.mapping
             AND again.period IS NOT DISTINCT FROM before.period
       WHERE before.run = ? AND again.run > before.run AND again.undoes IS NULL
         AND again.undone_by IS NULL AND again.outcome IN ('loaded', 'loaded_with_rejects')
       LIMIT 1
      """;

  /** Versions that the run ended are gone. */
  private static final String HORIZON =
      """
      SELECT h.run FROM pde.horizon h JOIN pde.run this ON this.table_name = h.table_name
       WHERE this.run = ? AND h.run >= this.run
      """;

  private final RunReport run;

  UndoFaults(RunReport run) {
    this.run = run;
  }

  /**
   * What taking the run back comes to.
   *
   * @throws UndoRefused when it cannot be taken back
   */
  Undone find(Connection connection) throws SQLException {
    UndoRefused notNow = state(connection);
    if (notNow != null) {
      throw notNow;
    }
    Undone undone = Undone.of(connection, run.run());
    UndoRefused refusal = refusal(connection, undone);
    if (refusal != null) {
      throw refusal;
    }
    return undone;
  }

  private @Nullable UndoRefused state(Connection connection) throws SQLException {
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
          return done(by);
        }
      }
    }
    return null;
  }

  private @Nullable UndoRefused refusal(Connection connection, Undone undone) throws SQLException {
    List<Long> last = numbers(connection, LAST, undone.load());
    if (undone.load() != run.run() && last.get(0) > run.run()) {
      // Undone, redone and undone again: what this one did is over, and only the last one counts.
      return done(last.get(0));
    }
    if (!numbers(connection, HORIZON, undone.load()).isEmpty()) {
      return refused(
          "undo.horizon",
          new Text(
              "versi baris dari masa run ini sudah dihapus menurut kebijakan retensi",
              "versions of rows from the time of this run were removed by retention"),
          new Text(
              "run yang lebih lama dari batas itu tidak dapat dibatalkan; lihat pde audit",
              "runs from before that cannot be taken back; see pde audit"));
    }
    List<Long> confirmed = confirmed(connection, undone.load());
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
    List<Long> reaching = numbers(connection, REACHING, undone.load());
    if (!reaching.isEmpty()) {
      String runs = reaching.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return refused(
          "undo.parts",
          new Text(
              "kiriman sesudahnya mengganti bagian yang sama, menghapus baris atau membawa periode"
                  + " sebelumnya: run "
                  + runs,
              "later deliveries replaced the same part, marked deletions or brought earlier periods:"
                  + " run "
                  + runs),
          new Text(
              "batalkan dahulu run itu, mulai dari yang terbaru",
              "take these back first, beginning with the newest"));
    }
    List<Long> moved =
        undone.rises() && undone.confirms() ? moved(connection, undone.load()) : List.of();
    if (!moved.isEmpty()) {
      String runs = moved.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return refused(
          "undo.moved",
          new Text(
              "run "
                  + undone.load()
                  + " memuat baris yang sudah ada tanpa perubahan, dan sejak itu run sebelumnya dibatalkan"
                  + " atau diberlakukan lagi: run "
                  + runs,
              "run "
                  + undone.load()
                  + " held rows that were there unchanged, and since then runs before it were taken back or"
                  + " put in force again: run "
                  + runs),
          new Text(
              "pulihkan dahulu run itu, atau muat lagi kiriman run " + undone.load(),
              "put these back first, or load the delivery of run " + undone.load() + " again"));
    }
    List<Long> again = undone.rises() ? numbers(connection, AGAIN, undone.load()) : List.of();
    return again.isEmpty() || again.get(0) == 0
        ? null
        : refused(
            "undo.again",
            new Text(
                "kiriman yang sama sudah dimuat lagi oleh run " + again.get(0),
                "the same delivery was loaded again by run " + again.get(0)),
            new Text("tidak ada yang perlu dilakukan", "there is nothing to do"));
  }

  private List<Long> confirmed(Connection connection, long load) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CONFIRMED)) {
      statement.setString(1, run.table());
      statement.setLong(2, load);
      return column(statement);
    }
  }

  private List<Long> moved(Connection connection, long load) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MOVED)) {
      statement.setString(1, run.table());
      statement.setLong(2, load);
      statement.setLong(3, load);
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

  private UndoRefused done(long by) {
    return refused(
        "undo.done",
        new Text("sudah dibatalkan oleh run " + by, "it was taken back by run " + by),
        new Text(
            "untuk memberlakukannya lagi: pde undo " + by,
            "to put it in force again: pde undo " + by));
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
