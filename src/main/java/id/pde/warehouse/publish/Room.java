package id.pde.warehouse.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Memory on the server for comparing whole deliveries: few transactions do that at a time, one for
 * each table, and the usual 4 MB make each sort and join of a large one go through files.
 */
final class Room {

  private static final String AT_LEAST =
      "SELECT set_config('work_mem', '64MB', true)"
          + " WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')";

  /** What is looked at twice in one transaction has been read before and lies in memory. */
  private static final String NEAR = "SET LOCAL random_page_cost = 1.1";

  private Room() {}

  /** Makes room until the transaction ends; a server that gives more already is left alone. */
  static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(AT_LEAST);
      statement.execute(NEAR);
    }
  }
}
