package id.pde.warehouse.ask;

import id.pde.warehouse.ask.ConsoleLogin.Lacking;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.mart.OpenColumns;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PasswordUtil;

/**
 * The login of the Command Center, in no role: it reads the columns that {@link BoardGrants} gives
 * it and the dimensions. Safe for use by many threads.
 */
final class BoardLogin {

  static final String NAME = OpenColumns.READER;

  private static final String LARGEST = "maxResultBuffer=8M";

  private static final String STRONG =
      """
      SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication
             OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid)
        FROM pg_roles r WHERE rolname = '%s'
      """
          .formatted(NAME);

  private static final String MAY_CREATE =
      "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user";

  /** Of runs only what came when: their counts may be few persons. */
  private static final List<String> GRANTS =
      List.of(
          "GRANT USAGE ON SCHEMA mart TO " + NAME,
          "GRANT SELECT ON mart.dim_wilayah, mart.dim_tanggal, mart.dim_instansi TO " + NAME,
          "GRANT SELECT (tabel, run, terbit, periode, pemetaan, instansi) ON mart.dim_run TO "
              + NAME);

  private final OwnPassword own = new OwnPassword();
  private @Nullable Known known;

  private record Known(Connections pde, Connections board) {}

  /** Connections that read what is public. */
  synchronized Connections of(Connections pde) throws SQLException, Lacking {
    Known now = known;
    if (now != null && now.pde().equals(pde)) {
      return now.board();
    }
    Password password = own.of(pde, NAME);
    make(pde, password);
    ConnectionSettings settings = pde.settings();
    String joint = settings.url().contains("?") ? "&" : "?";
    Connections board =
        new Connections(new ConnectionSettings(settings.url() + joint + LARGEST, NAME, password));
    known = new Known(pde, board);
    return board;
  }

  private static void make(Connections pde, Password password) throws SQLException, Lacking {
    try (Connection connection = pde.open(Purpose.QUERY)) {
      String verifier =
          PasswordUtil.encodePassword(NAME, password.reveal().toCharArray(), "scram-sha-256");
      connection.setAutoCommit(false);
      Boolean strong = ask(connection, STRONG);
      if (strong == null) {
        create(connection, verifier, pde.settings());
      } else if (strong) {
        throw new Lacking(List.of("DROP ROLE " + NAME));
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER ROLE " + NAME + " PASSWORD " + Sql.literal(verifier));
        for (String grant : GRANTS) {
          statement.execute(grant);
        }
      }
      connection.commit();
    }
  }

  private static void create(Connection connection, String verifier, ConnectionSettings pde)
      throws SQLException, Lacking {
    if (!Boolean.TRUE.equals(ask(connection, MAY_CREATE))) {
      throw new Lacking(List.of("ALTER ROLE " + Sql.name(pde.user()) + " CREATEROLE"));
    }
    String here = "ALTER ROLE " + NAME + " IN DATABASE " + Sql.name(pde.databaseName()) + " SET ";
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD " + Sql.literal(verifier));
      statement.execute(here + "search_path = mart");
      statement.execute(here + "default_transaction_read_only = on");
      statement.execute(here + "statement_timeout = '1min'");
      statement.execute(here + "idle_in_transaction_session_timeout = '1min'");
      statement.execute(here + "TimeZone = " + Sql.literal(Connections.DEFAULT_ZONE.getId()));
    }
  }

  /** Null: there is no row. */
  private static @Nullable Boolean ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getBoolean(1) : null;
    }
  }
}
