package id.pde.warehouse.mart;

import id.pde.run.Logins.Known;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login of an analyst, as PDE makes it: in {@link AnalystRole}, with settings for one database,
 * by which it is known again.
 *
 * @param verifier of the password, which the server is never sent; null: it cannot log in yet
 */
public record AnalystLogin(String name, @Nullable String verifier) {

  /** Logins in the role whose settings in this database are those that PDE gives. */
  static final String MADE =
      """
      FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid JOIN pg_roles g ON g.oid = m.roleid
       WHERE g.rolname = '%s' AND r.rolcanlogin AND NOT r.rolsuper AND NOT r.rolcreaterole
         AND EXISTS (SELECT FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
                      WHERE s.setrole = r.oid AND d.datname = current_database()
                        AND 'search_path=mart' = ANY (s.setconfig))
      """
          .formatted(AnalystRole.NAME);

  /** What is noted of a login that is made: its day, which the server does not keep. */
  private static final String NOTE = "PDE analyst since ";

  private static final String LIST =
      """
      SELECT DISTINCT r.rolname, substring(shobj_description(r.oid, 'pg_authid') FROM '^%s([0-9-]{10})$'),
             (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid)
      """
          .formatted(NOTE);

  /** Makes the login. */
  public void make(Connection connection, String database) throws SQLException {
    String login = Sql.name(name);
    String here = "ALTER ROLE " + login + " IN DATABASE " + Sql.name(database) + " SET ";
    String password = verifier == null ? "" : " PASSWORD " + Sql.literal(verifier);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE " + login + " LOGIN" + password + " IN ROLE " + AnalystRole.NAME);
      statement.execute(
          "DO $$ BEGIN EXECUTE format('COMMENT ON ROLE %I IS %L', "
              + Sql.literal(name)
              + ", '"
              + NOTE
              + "' || current_date); END $$");
      statement.execute(here + "search_path = mart");
      statement.execute(here + "default_transaction_read_only = on");
      statement.execute(here + "statement_timeout = '15min'");
      // Who stays in a transaction keeps tables from changing for everybody.
      statement.execute(here + "idle_in_transaction_session_timeout = '10min'");
      statement.execute(here + "TimeZone = " + Sql.literal(Connections.DEFAULT_ZONE.getId()));
    }
  }

  /** All that PDE made in this database. */
  public static List<Known> list(Connection connection) throws SQLException {
    List<Known> logins = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LIST + MADE + " ORDER BY 1")) {
      while (row.next()) {
        logins.add(new Known(row.getString(1), "analyst", row.getString(2), row.getInt(3)));
      }
    }
    return logins;
  }

  /** The names of those that PDE made in this database. */
  public static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT r.rolname " + MADE + " ORDER BY 1")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  /** Without the verifier. */
  @Override
  public String toString() {
    return "AnalystLogin[" + name + "]";
  }
}
