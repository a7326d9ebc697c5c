package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.run.Warehouse.Order;
import id.pde.run.Warehouse.SamePeriod;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks for the run that loaded the same bytes. */
final class Duplicates {

  private static final String QUESTION =
      """
      SELECT max(run) FROM pde.run
       WHERE sha256 = ? AND mapping IN (?, ?) AND (? OR period IS NOT DISTINCT FROM ?)
         AND outcome IN ('loaded', 'loaded_with_rejects') AND undone_by IS NULL AND undoes IS NULL
      """;

  private Duplicates() {}

  static @Nullable Long find(Connection connection, Order order, SamePeriod same)
      throws SQLException {
    Period period = same instanceof SamePeriod.Of of ? of.period() : null;
    try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
      statement.setString(1, order.sha256());
      statement.setString(2, order.mapping().id());
      // A plan comes before the ledger says the new id everywhere.
      String former = order.mapping().target().terms().former().mapping();
      statement.setString(3, former == null ? order.mapping().id() : former);
      statement.setBoolean(4, same instanceof SamePeriod.Any);
      statement.setString(5, period == null ? null : period.text());
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() ? answer.getObject(1, Long.class) : null;
      }
    }
  }
}
