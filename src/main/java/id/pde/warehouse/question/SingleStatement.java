package id.pde.warehouse.question;

import id.pde.model.Issue;
import id.pde.model.Text;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.Parser;

/**
 * Looks at a statement before the server does. The transaction is read-only in any case; but a
 * second statement could end it, and COPY may write files and start programs even there.
 */
public final class SingleStatement {

  private static final Set<String> READING =
      Set.of("select", "with", "values", "table", "explain", "show");

  /** Blanks, comments and opening brackets, then the word; block comments may nest one level. */
  private static final Pattern FIRST_WORD =
      Pattern.compile("(?:\\s|--[^\\n]*(?:\\n|$)|/\\*(?:[^*]|\\*(?!/))*\\*/|\\()*+([A-Za-z]*)");

  private SingleStatement() {}

  /** What is wrong with it, or null. */
  public static @Nullable Issue fault(String sql) {
    Matcher first = FIRST_WORD.matcher(sql);
    String word = first.lookingAt() ? first.group(1).toLowerCase(Locale.ROOT) : "";
    if (!READING.contains(word)) {
      return QuestionFaults.issue(
          "sql.read_only",
          new Text(
              "Hanya perintah yang membaca: SELECT, WITH, VALUES, TABLE, EXPLAIN, SHOW",
              "Only statements that read: SELECT, WITH, VALUES, TABLE, EXPLAIN, SHOW"),
          new Text(
              "Tulis satu perintah SELECT; data diubah lewat pde load",
              "Write one SELECT; data are changed by pde load"));
    }
    return isSingle(sql) ? null : several();
  }

  /** Whether the driver sends it as one statement. */
  static boolean isSingle(String sql) {
    return statements(sql) == 1;
  }

  /**
   * The driver would send several statements one by one, each in a transaction of its own liking.
   */
  private static int statements(String sql) {
    try {
      return Parser.parseJdbcSql(sql, true, false, true, false, true).size();
    } catch (SQLException unreadable) {
      // The driver reads it the same way again before anything is sent, and says what is wrong.
      return 1;
    }
  }

  private static Issue several() {
    return QuestionFaults.issue(
        "sql.several",
        new Text("Hanya satu perintah setiap kali", "Only one statement at a time"),
        new Text(
            "Jalankan perintah satu per satu, tanpa titik koma di antaranya",
            "Run them one by one, without a semicolon in between"));
  }
}
