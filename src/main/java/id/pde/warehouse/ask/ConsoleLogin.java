package id.pde.warehouse.ask;

import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.mart.AnalystLogin;
import id.pde.warehouse.mart.AnalystRole;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;

/**
 * The login of the console's analysts. A role that is only switched to would not do: a statement
 * can switch back. Safe for use by many threads.
 */
final class ConsoleLogin {

  static final String NAME = "pde_console";

  /** A row, or the rows of one fetch, that are larger than this are not taken. */
  private static final String LARGEST = "maxResultBuffer=24M";

  private static final String STRONG =
      "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication"
          + " FROM pg_roles WHERE rolname = '"
          + NAME
          + "'";

  private final OwnPassword own = new OwnPassword();
  private @Nullable Known known;

  private record Known(Connections pde, Connections analyst) {}

  /** What a login lacks: the statements that somebody with more rights has to run. */
  static final class Lacking extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> statements;

    Lacking(List<String> statements) {
      super("the login of analysts cannot be made");
      this.statements = List.copyOf(statements);
    }

    List<String> statements() {
      return statements;
    }
  }

  /** Connections with the rights of an analyst. */
  synchronized Connections of(Connections pde) throws SQLException, Lacking {
    Known now = known;
    if (now != null && now.pde().equals(pde)) {
      return now.analyst();
    }
    Password password = own.of(pde, NAME);
    make(pde, password);
    ConnectionSettings settings = pde.settings();
    String joint = settings.url().contains("?") ? "&" : "?";
    Connections analyst =
        new Connections(new ConnectionSettings(settings.url() + joint + LARGEST, NAME, password));
    known = new Known(pde, analyst);
    return analyst;
  }

  private static void make(Connections pde, Password password) throws SQLException, Lacking {
    try (Connection connection = pde.open(Purpose.QUERY)) {
      List<String> missing = AnalystRole.missing(connection, pde.settings().user());
      if (!missing.isEmpty()) {
        throw new Lacking(missing);
      }
      String verifier =
          PasswordUtil.encodePassword(NAME, password.reveal().toCharArray(), "scram-sha-256");
      connection.setAutoCommit(false);
      AnalystRole.ensure(connection);
      AnalystRole.grant(connection);
      Boolean strong = strong(connection);
      if (strong == null) {
        new AnalystLogin(NAME, verifier).make(connection, pde.settings().databaseName());
      } else if (strong) {
        throw new Lacking(
            List.of("ALTER ROLE " + NAME + " NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS"));
      } else {
        try (Statement statement = connection.createStatement()) {
          statement.execute("ALTER ROLE " + NAME + " PASSWORD " + Sql.literal(verifier));
        }
      }
      connection.commit();
    }
  }

  /** Whether a login of that name can do more than read; null: there is none. */
  private static @Nullable Boolean strong(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STRONG)) {
      return row.next() ? row.getBoolean(1) : null;
    }
  }
}
