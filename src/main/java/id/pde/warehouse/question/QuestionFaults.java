package id.pde.warehouse.question;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why a question has no answer; the server's words are those about the asker's own statement. */
public final class QuestionFaults {

  private QuestionFaults() {}

  public static Issue of(SQLException failure, Duration limit) {
    String state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "57014" ->
          issue(
              "sql.timeout",
              new Text(
                  "Perintah dihentikan setelah " + limit.toSeconds() + " detik",
                  "The statement was stopped after " + limit.toSeconds() + " seconds"),
              new Text(
                  "Persempit dengan WHERE, atau beri waktu lebih panjang",
                  "Narrow it with WHERE, or give it more time"));
      case "25006" ->
          issue(
              "sql.read_only",
              new Text("Perintah ini mencoba menulis", "The statement tries to write"),
              new Text("Tulis perintah yang hanya membaca", "Write a statement that only reads"));
      default -> wrong(state, failure);
    };
  }

  private static Issue wrong(String state, SQLException failure) {
    String words = words(failure);
    return issue(
        "sql.invalid",
        new Text("PostgreSQL menolak: " + words, "PostgreSQL refuses: " + words),
        new Text(
            "Perbaiki perintahnya (SQLSTATE " + state + ")",
            "Correct the statement (SQLSTATE " + state + ")"));
  }

  private static String words(SQLException failure) {
    ServerErrorMessage answer =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    if (answer == null || answer.getMessage() == null) {
      return String.valueOf(failure.getMessage());
    }
    String place = answer.getPosition() > 0 ? " (" + answer.getPosition() + ")" : "";
    return answer.getMessage() + place;
  }

  static Issue issue(String code, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole("SQL"), new Advice("SQL", message, fix));
  }
}
