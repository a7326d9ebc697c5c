package id.pde.warehouse;

import id.pde.model.Issue;
import id.pde.run.Logins;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.mart.AnalystLogin;
import id.pde.warehouse.mart.AnalystRole;
import id.pde.warehouse.mart.DropRefusal;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logins that PDE made, and their end. Safe for use by many threads. */
public final class PostgresLogins implements Logins {

  private static final String NO_RIGHT = "42501";

  /** Something in another database, or the role itself, still leans on it. */
  private static final String DEPENDED_ON = "2BP01";

  private static final String OWNED =
      """
      SELECT count(*) FROM pg_shdepend s JOIN pg_roles r ON r.oid = s.refobjid
       WHERE s.refclassid = 'pg_authid'::regclass AND r.rolname = ? AND s.deptype = 'o'
      """;

  /** Waits for each to end, 5 seconds at most. */
  private static final String END_SESSIONS =
      """
      SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
       WHERE usename = ? AND pid <> pg_backend_pid()
      """;

  private final Connections connections;
  private final Failures failures;

  public PostgresLogins(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public List<Known> list() {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      return AnalystLogin.list(connection);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public @Nullable Issue refusal(String name) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      return refusal(connection, name);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  private @Nullable Issue refusal(Connection connection, String name) throws SQLException {
    if (name.equals(connections.settings().user()) || name.equals(AnalystRole.NAME)) {
      return DropRefusal.own(name);
    }
    if (!exists(connection, name)) {
      return DropRefusal.missing(name);
    }
    if (!AnalystLogin.names(connection).contains(name)) {
      return DropRefusal.foreign(name);
    }
    return count(connection, OWNED, name) > 0 ? DropRefusal.owner(name) : null;
  }

  @Override
  public Dropped drop(String name) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      Issue refusal = refusal(connection, name);
      if (refusal != null) {
        return new Dropped.Refused(refusal);
      }
      return new Dropped.Done(drop(connection, name));
    } catch (SQLException failure) {
      return switch (String.valueOf(failure.getSQLState())) {
        case DEPENDED_ON -> new Dropped.Refused(DropRefusal.elsewhere(name));
        case NO_RIGHT -> new Dropped.Refused(DropRefusal.drop(name));
        default -> throw failures.explain(failure);
      };
    }
  }

  /** First nobody comes in any more, then those who are in go out. */
  private static int drop(Connection connection, String name) throws SQLException {
    String login = Sql.name(name);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE " + login + " NOLOGIN");
      // Only who has its rights may end its sessions and take back what it was granted.
      statement.execute("GRANT " + login + " TO CURRENT_USER");
      int ended = count(connection, END_SESSIONS, name);
      connection.setAutoCommit(false);
      statement.execute("DROP OWNED BY " + login);
      statement.execute("DROP ROLE " + login);
      connection.commit();
      return ended;
    } catch (SQLException failure) {
      restore(connection, login, failure);
      throw failure;
    }
  }

  /** A login that stays can log in as before. */
  private static void restore(Connection connection, String login, SQLException failure) {
    try (Statement statement = connection.createStatement()) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      statement.execute("ALTER ROLE " + login + " LOGIN");
      statement.execute("REVOKE " + login + " FROM CURRENT_USER");
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    return count(connection, "SELECT count(*) FROM pg_roles WHERE rolname = ?", name) > 0;
  }

  private static int count(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    }
  }
}
