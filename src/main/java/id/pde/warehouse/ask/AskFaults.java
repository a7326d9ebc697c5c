package id.pde.warehouse.ask;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why a statement has no answer, in the reader's language, with the place that it is about. */
final class AskFaults {

  private AskFaults() {}

  static Refusal of(SQLException failure, Question question, boolean stopped) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals("57014")) {
      return stopped ? stopped() : late(question);
    }
    ServerErrorMessage answer =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    int position = answer == null ? 0 : Math.max(0, answer.getPosition());
    String said = answer == null || answer.getMessage() == null ? "" : ": " + answer.getMessage();
    Text place = place(question.statement(), position);
    Text what = words(state);
    String code = state.equals("25006") ? "sql.read_only" : "sql.invalid";
    return new Refusal(
        issue(
            code,
            new Text(place.id() + what.id() + said, place.en() + what.en() + said),
            new Text(
                "Perbaiki perintahnya, lalu jalankan lagi (SQLSTATE " + state + ")",
                "Correct the statement and run it again (SQLSTATE " + state + ")")),
        position);
  }

  /** The same for a panel: what is closed to the wall is said as such. */
  static Refusal ofBoard(SQLException failure, Question question, boolean stopped) {
    String said = "";
    if (failure instanceof PSQLException known && known.getServerErrorMessage() != null) {
      said = " (" + known.getServerErrorMessage().getMessage() + ")";
    }
    return switch (String.valueOf(failure.getSQLState())) {
      case "42501" -> closed(said);
      case "42P01" -> absent(said);
      default -> of(failure, question, stopped);
    };
  }

  private static Refusal absent(String said) {
    return new Refusal(
        issue(
            "panel.absent",
            new Text("Tabel ini belum ada" + said, "There is no such table yet" + said),
            new Text(
                "Muat datanya, atau perbaiki nama tabelnya",
                "Load its data, or correct the name of the table")),
        0);
  }

  private static Refusal closed(String said) {
    return new Refusal(
        issue(
            "panel.closed",
            new Text(
                "Perintah membaca sesuatu yang bukan kolom publik dari mart" + said,
                "The statement reads something that is no public column of mart" + said),
            new Text(
                "Sebut kolomnya satu per satu, tanpa *; hanya kolom dengan class: publik yang boleh"
                    + " tampil di dinding",
                "Name the columns one by one, without *; only columns with class: publik may hang on"
                    + " a wall")),
        0);
  }

  /** Whether the driver refused to take so large a row. */
  static boolean tooLarge(SQLException failure) {
    return String.valueOf(failure.getMessage()).contains("maxResultBuffer");
  }

  static Refusal large() {
    return new Refusal(
        issue(
            "sql.too_large",
            new Text("Baris hasilnya terlalu besar", "The rows of the result are too large"),
            new Text(
                "Pilih lebih sedikit kolom, atau potong teks panjang dengan left(kolom, 1000)",
                "Choose fewer columns, or cut long text with left(column, 1000)")),
        0);
  }

  static Refusal lacking(List<String> statements) {
    String all = String.join("; ", statements);
    return new Refusal(
        issue(
            "sql.no_login",
            new Text(
                "Login analis untuk konsol belum dapat dibuat di basis data ini",
                "The console's login of analysts cannot be made in this database"),
            new Text(
                "Minta admin basis data menjalankan: " + all,
                "Ask the administrator of the database to run: " + all)),
        0);
  }

  private static Refusal late(Question question) {
    long seconds = question.limit().toSeconds();
    return new Refusal(
        issue(
            "sql.timeout",
            new Text(
                "Perintah dihentikan setelah " + seconds + " detik",
                "The statement was stopped after " + seconds + " seconds"),
            new Text("Persempit dengan WHERE atau LIMIT", "Narrow it with WHERE or LIMIT")),
        0);
  }

  private static Refusal stopped() {
    return new Refusal(
        issue(
            "sql.stopped",
            new Text("Perintah dihentikan", "The statement was stopped"),
            new Text("Jalankan lagi bila perlu", "Run it again if you need it")),
        0);
  }

  private static Text words(String state) {
    return switch (state) {
      case "42P01" -> new Text("Tabel atau view itu tidak ada", "There is no such table or view");
      case "42703" -> new Text("Kolom itu tidak ada", "There is no such column");
      case "42702" -> new Text("Nama kolom itu bermakna ganda", "The column name is ambiguous");
      case "42501" ->
          new Text(
              "Peran analis tidak boleh melakukan ini", "The role of analysts may not do this");
      case "42601" -> new Text("Susunan SQL keliru", "The SQL is not well formed");
      case "42883" ->
          new Text(
              "Fungsi atau operator itu tidak ada untuk jenis nilai ini",
              "There is no such function or operator for these types");
      case "42803" ->
          new Text("GROUP BY tidak memuat kolom itu", "GROUP BY does not have the column");
      case "22P02", "22007", "22008", "22003" ->
          new Text("Nilai tidak cocok dengan jenisnya", "A value does not fit its type");
      case "22012" -> new Text("Pembagian dengan nol", "A division by zero");
      case "25006" -> new Text("Perintah ini mencoba menulis", "The statement tries to write");
      default -> new Text("PostgreSQL menolak", "PostgreSQL refuses");
    };
  }

  /** Lines and columns as editors count them. */
  private static Text place(String statement, int position) {
    if (position == 0 || position > statement.length() + 1) {
      return new Text("", "");
    }
    String before = statement.substring(0, position - 1);
    long line = 1 + before.chars().filter(sign -> sign == '\n').count();
    int column = position - 1 - before.lastIndexOf('\n');
    return new Text(
        "Baris " + line + ", kolom " + column + ": ", "Line " + line + ", column " + column + ": ");
  }

  private static Issue issue(String code, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole("SQL"), new Advice("SQL", message, fix));
  }
}
