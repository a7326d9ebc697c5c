package id.pde.warehouse.failure;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.run.TargetRefused;
import id.pde.run.TargetRefused.Persistence;
import id.pde.run.TargetUnavailable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns SQLSTATEs into the ways a run can stop. Texts name tables, columns and constraints, never
 * the server's own words: those may quote values.
 *
 * @param place the database as people write it
 */
public record Failures(String place) {

  public RunStopped explain(SQLException failure) {
    String state = failure.getSQLState() == null ? "08000" : failure.getSQLState();
    if (isLost(state)) {
      return new TargetUnavailable(issue("database.lost", lost(state)), failure);
    }
    return switch (state) {
      case "25006" -> new TargetUnavailable(issue("database.read_only", readOnly()), failure);
      case "40001", "40P01", "55P03" -> momentary(state, failure);
      case "23505" -> unique(state, failure);
      case "53100" -> refused("database.disk_full", diskFull(), failure);
      case "0A000" -> changed(state, failure);
      case "42501" -> refused("database.rights", rights(failure), failure);
      case "57014" -> refused("database.cancelled", cancelled(), failure);
      default -> refused("database.error", error(state, failure), failure);
    };
  }

  /** The database will not take it; nothing was written. */
  public TargetRefused refused(String code, Advice advice, @Nullable Throwable cause) {
    return new TargetRefused(issue(code, advice), cause);
  }

  private TargetRefused momentary(String state, SQLException failure) {
    return new TargetRefused(
        issue("database.conflict", conflict(state)), failure, Persistence.MOMENTARY);
  }

  /** Two loads of the same bytes: the later one learns at its next try that it is a duplicate. */
  private TargetRefused unique(String state, SQLException failure) {
    return objects(failure).endsWith(", run_loads_once")
        ? momentary(state, failure)
        : refused("database.error", error(state, failure), failure);
  }

  /** A table was changed beside a statement that was prepared before: a new one fits it. */
  private TargetRefused changed(String state, SQLException failure) {
    return failure instanceof PSQLException answer
            && answer.getServerErrorMessage() != null
            && "RevalidateCachedQuery".equals(answer.getServerErrorMessage().getRoutine())
        ? momentary(state, failure)
        : refused("database.error", error(state, failure), failure);
  }

  public Issue issue(String code, Advice advice) {
    return Issue.of(code, Severity.REFUSE, new Location.Whole(place), advice);
  }

  /** Class 08 is the connection; 57P01 to 57P05 the server shutting it; 53300 no room for it. */
  public static boolean isLost(String state) {
    return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
  }

  private Advice lost(String state) {
    return new Advice(
        "SQLSTATE " + state,
        new Text(
            "Sambungan ke basis data " + place + " terputus (SQLSTATE " + state + ")",
            "The connection to the database " + place + " was lost (SQLSTATE " + state + ")"),
        new Text(
            "Tidak ada yang tersimpan dari proses ini; ulangi setelah basis data hidup lagi",
            "Nothing of this run was kept; repeat it when the database is back"));
  }

  private Advice readOnly() {
    return new Advice(
        "SQLSTATE 25006",
        new Text(
            "Basis data " + place + " hanya dapat dibaca",
            "The database " + place + " can only be read"),
        new Text(
            "Arahkan PDE_DB_URL ke server utama yang dapat ditulisi",
            "Point PDE_DB_URL at the primary server, which can be written to"));
  }

  private Advice conflict(String state) {
    return new Advice(
        "SQLSTATE " + state,
        new Text(
            "Pekerjaan lain di basis data memegang tabel yang sama (SQLSTATE " + state + ")",
            "Other work in the database holds the same table (SQLSTATE " + state + ")"),
        new Text(
            "Ulangi sebentar lagi; jika terus terjadi, lihat pg_stat_activity",
            "Repeat it in a moment; if it goes on, look at pg_stat_activity"));
  }

  private Advice diskFull() {
    return new Advice(
        "SQLSTATE 53100",
        new Text(
            "Disk tempat data PostgreSQL di " + place + " penuh",
            "The disk that holds PostgreSQL's data at " + place + " is full"),
        new Text(
            "Kosongkan atau tambah ruang disk, lalu ulangi; tidak ada yang tersimpan sebagian",
            "Free or add disk space, then repeat; nothing was kept by halves"));
  }

  private static Advice rights(SQLException failure) {
    String object = objects(failure);
    return new Advice(
        "SQLSTATE 42501",
        new Text(
            "Login basis data tidak berhak melakukan ini" + object,
            "The database login may not do this" + object),
        new Text(
            "Minta hak pada schema pde, warehouse dan history kepada pengelola basis data",
            "Ask the database's keeper for rights on the schemas pde, warehouse and history"));
  }

  private static Advice cancelled() {
    return new Advice(
        "SQLSTATE 57014",
        new Text(
            "Proses dihentikan dari luar sebelum selesai",
            "The run was stopped from outside before it was done"),
        new Text("Ulangi; tidak ada yang tersimpan", "Repeat it; nothing was kept"));
  }

  private static Advice error(String state, SQLException failure) {
    String object = objects(failure);
    return new Advice(
        "SQLSTATE " + state,
        new Text(
            "PostgreSQL menolak data (SQLSTATE " + state + ")" + object,
            "PostgreSQL refused the data (SQLSTATE " + state + ")" + object),
        new Text(
            "Periksa apakah tabel, constraint atau trigger diubah dengan tangan",
            "Check whether the table, a constraint or a trigger was changed by hand"));
  }

  private static String objects(SQLException failure) {
    if (!(failure instanceof PSQLException answer)) {
      return "";
    }
    ServerErrorMessage message = answer.getServerErrorMessage();
    if (message == null) {
      return "";
    }
    return named(": ", message.getSchema())
        + named(".", message.getTable())
        + named(".", message.getColumn())
        + named(", ", message.getConstraint());
  }

  private static String named(String before, @Nullable String name) {
    return name == null ? "" : before + name;
  }
}
