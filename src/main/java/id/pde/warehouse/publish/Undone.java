package id.pde.warehouse.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What taking a run back comes to. Taking back what took a run back puts that run in force again,
 * and so on: in the end one load falls or rises.
 *
 * @param load the run of a delivery
 * @param rises whether it is put in force again
 * @param whole whether its delivery was the whole table
 * @param confirms whether it held rows that were there already
 */
record Undone(long load, boolean rises, boolean whole, boolean confirms) {

  private static final String QUESTION =
      "SELECT undoes, whole, unchanged > 0 FROM pde.run WHERE run = ?";

  static Undone of(Connection connection, long run) throws SQLException {
    boolean rises = false;
    for (long at = run; ; ) {
      try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
        statement.setLong(1, at);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          long below = row.getLong(1);
          if (below == 0) {
            return new Undone(at, rises, row.getBoolean(2), row.getBoolean(3));
          }
          at = below;
          rises = !rises;
        }
      }
    }
  }
}
