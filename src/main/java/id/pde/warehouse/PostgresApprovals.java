package id.pde.warehouse;

import id.pde.model.Text;
import id.pde.run.Approval.Decision;
import id.pde.run.Approvals;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.console.PostgresAccounts;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.ApprovalWriting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Decides held runs in the ledger. Safe for use by many threads. */
public final class PostgresApprovals implements Approvals {

  private static final String REFUSE =
      """
      UPDATE pde.run SET outcome = 'refused', waits_for_id = NULL, waits_for_en = NULL, message_id = ?, message_en = ?,
             answered = false
       WHERE run = ?
      """;

  private final Connections connections;
  private final Failures failures;

  public PostgresApprovals(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public boolean overtake(long held, Decision decision) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      return ApprovalWriting.decide(connection, held, decision);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public boolean samePerson(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try (Connection connection = connections.open(Purpose.QUERY);
        PreparedStatement statement = connection.prepareStatement(PostgresAccounts.SAME_PERSON)) {
      statement.setString(1, one);
      statement.setString(2, one);
      statement.setString(3, other);
      statement.setString(4, other);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public boolean decline(long held, Decision decision, Text message) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      boolean decided = ApprovalWriting.decide(connection, held, decision);
      if (decided) {
        try (PreparedStatement statement = connection.prepareStatement(REFUSE)) {
          statement.setString(1, message.id());
          statement.setString(2, message.en());
          statement.setLong(3, held);
          statement.executeUpdate();
        }
      }
      connection.commit();
      return decided;
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
