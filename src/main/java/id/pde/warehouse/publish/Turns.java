package id.pde.warehouse.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
   * The number under which a run may publish.
   *
   * @param connection which holds the table
   * @param run the number it has
   */
  static long number(Connection connection, String table, long run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HIGHER)) {
      statement.setString(1, table);
      statement.setLong(2, run);
      try (ResultSet higher = statement.executeQuery()) {
        return higher.next() ? next(connection) : run;
      }
    }
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
