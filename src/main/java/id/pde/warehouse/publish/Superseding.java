package id.pde.warehouse.publish;

import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.run.RunReport;
import id.pde.warehouse.ledger.DecidingTurn;
import id.pde.warehouse.ledger.OpenCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What waits of a delivery when a corrected one of it is loaded: nothing, if the corrected one is
 * surely the whole again. That is a workbook that PDE gave back, and a delivery that replaces all
 * of its period. Another delivery of the same name may hold other rows: there they wait on.
 */
final class Superseding {

  /**
   * The runs before one that are of the same delivery: what it corrects, what that corrected, what
   * else corrected one of these, and what read the waiting rows of any of them again.
   */
  private static final String BEFORE =
      """
      WITH RECURSIVE up (run) AS (
        SELECT corrects FROM pde.run WHERE run = ? AND corrects IS NOT NULL
        UNION
        SELECT r.corrects FROM up JOIN pde.run r ON r.run = up.run WHERE r.corrects IS NOT NULL),
      sent (run) AS (
        SELECT run FROM up
        UNION
        SELECT r.run FROM pde.run r JOIN up ON r.corrects = up.run),
      before (run) AS (
        SELECT run FROM sent
        UNION
        SELECT r.run FROM pde.run r JOIN sent ON r.related = sent.run WHERE r.undoes IS NULL)
      """;

  private static final String SETTLE =
      BEFORE
          + """
            UPDATE pde.%s q SET settled_by = mine.run
              FROM before JOIN pde.run mine ON before.run < mine.run
             WHERE mine.run = ? AND q.run = before.run AND q.settled_by IS NULL
            """;

  private static final String WAIT_AGAIN =
      BEFORE
          + """
            UPDATE pde.%s q SET settled_by = NULL
              FROM before JOIN pde.run stands ON stands.run = before.run AND stands.undone_by IS NULL
             WHERE q.run = before.run AND q.settled_by = ?
            """;

  private static final String NOTE =
      "UPDATE pde.run SET supersedes = true WHERE run = ? AND corrects IS NOT NULL";

  private static final String TOLD = "SELECT FROM pde.run WHERE run = ? AND supersedes";

  private Superseding() {}

  /** Takes out of the waiting rows what a run supersedes, which stands in the ledger already. */
  static void settle(Connection connection, RunReport report, TargetSpec target)
      throws SQLException {
    boolean marked = report.source().resubmission() != null;
    boolean replaces =
        target.load() == LoadMode.REPLACE && target.terms().per().columns().isEmpty();
    if ((marked || replaces) && update(connection, NOTE, report.run()) > 0) {
      again(connection, report.run());
    }
  }

  /** The same once more, for a run that stands again. */
  static void again(Connection connection, long run) throws SQLException {
    if (holds(connection, run)) {
      both(connection, SETTLE, run);
    }
  }

  /** The rows wait again, for the run was undone. */
  static void undone(Connection connection, long run) throws SQLException {
    if (holds(connection, run)) {
      both(connection, WAIT_AGAIN, run);
    }
  }

  private static boolean holds(Connection connection, long run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
      statement.setLong(1, run);
      return statement.executeQuery().next();
    }
  }

  private static void both(Connection connection, String sql, long run) throws SQLException {
    DecidingTurn.take(connection);
    for (String table : List.of("quarantine", "unmatched")) {
      try (PreparedStatement statement = connection.prepareStatement(sql.formatted(table))) {
        statement.setLong(1, run);
        statement.setLong(2, run);
        statement.executeLargeUpdate();
      }
    }
    recount(connection, run);
  }

  private static void recount(Connection connection, long run) throws SQLException {
    List<Long> runs = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(BEFORE + " SELECT run FROM before")) {
      statement.setLong(1, run);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.add(row.getLong(1));
        }
      }
    }
    OpenCounts.again(connection, runs);
  }

  private static long update(Connection connection, String sql, long run) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, run);
      return statement.executeLargeUpdate();
    }
  }
}
