package id.pde.warehouse;

import id.pde.mapping.Mapping;
import id.pde.run.Analysts;
import id.pde.run.MappingFolder;
import id.pde.run.References;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.mart.AnalystLogin;
import id.pde.warehouse.mart.AnalystRole;
import id.pde.warehouse.mart.LoginRefusal;
import id.pde.warehouse.mart.ReferenceTables;
import id.pde.warehouse.publish.Presenting;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import org.postgresql.util.PasswordUtil;

/** Views, grants and logins of analysts. Safe for use by many threads. */
public final class PostgresAnalysts implements Analysts {

  private static final int PASSWORD_BYTES = 24;

  private static final String DUPLICATE = "42710";
  private static final String NO_RIGHT = "42501";

  private final Connections connections;
  private final Failures failures;

  public PostgresAnalysts(Connections connections) {
    this.connections = connections;
    this.failures = new Failures(connections.place());
  }

  @Override
  public void refresh(MappingFolder folder) {
    try (Connection connection = connections.open(Purpose.LOADING)) {
      connection.setAutoCommit(false);
      if (AnalystRole.ensure(connection)) {
        AnalystRole.grant(connection);
      }
      connection.commit();
      ReferenceTables.sync(connection, References.of(folder.codes(), folder.agencies()));
      connection.commit();
      for (Mapping mapping : new TreeMap<>(folder.mappings()).values()) {
        Presenting.present(connection, mapping);
      }
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public Added add(String name) {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      connection.setAutoCommit(false);
      if (!AnalystRole.ensure(connection)) {
        return new Added.Refused(
            LoginRefusal.rights(name, AnalystRole.missing(connection, user())));
      }
      AnalystRole.grant(connection);
      String password = password();
      make(connection, name, password);
      connection.commit();
      return new Added.Made(new Login(name, connections.place(), password));
    } catch (SQLException failure) {
      return switch (String.valueOf(failure.getSQLState())) {
        case DUPLICATE -> new Added.Refused(LoginRefusal.taken(name));
        case NO_RIGHT -> new Added.Refused(LoginRefusal.rights(name, readiness().missing()));
        default -> throw failures.explain(failure);
      };
    }
  }

  @Override
  public Readiness readiness() {
    try (Connection connection = connections.open(Purpose.QUERY)) {
      List<String> missing = AnalystRole.missing(connection, user());
      Readiness.State state =
          !missing.isEmpty()
              ? Readiness.State.LACKING
              : AnalystRole.exists(connection) ? Readiness.State.READY : Readiness.State.LATER;
      return new Readiness(state, missing);
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  /** The server is sent the salted verifier, never the password itself. */
  private void make(Connection connection, String name, String password) throws SQLException {
    String verifier = PasswordUtil.encodePassword(name, password.toCharArray(), "scram-sha-256");
    new AnalystLogin(name, verifier).make(connection, connections.settings().databaseName());
  }

  private String user() {
    return connections.settings().user();
  }

  private static String password() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
