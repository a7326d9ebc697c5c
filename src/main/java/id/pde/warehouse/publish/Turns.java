package id.pde.warehouse.publish;

import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Numbers of runs rise in the order in which runs are published into a table: "the table after run
 * 12" then needs no other order. A run has its number before it has its table, so another one with
 * a higher number may come first; it is given a new one then.
 */
final class Turns {

  private static final String HIGHER =
      "SELECT FROM pde.run WHERE table_name = ? AND published IS NOT NULL AND run > ? LIMIT 1";

  private Turns() {}

  /**
   * Asks whether a run with a higher number came first, so that a run has to take the next one.
   *
   * @param questions of a connection which holds the table, or takes it with an earlier question
   * @param run the number it has
   */
  static Answer<Boolean> overtaken(Questions questions, String table, long run) {
    return questions.ask(HIGHER, List.of(table, run), ResultSet::next);
  }

  /** A number above all that hold or held the table. */
  static long next(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet number = statement.executeQuery("SELECT nextval('pde.run_number')")) {
      number.next();
      return number.getLong(1);
    }
  }
}
