package id.pde.warehouse.mart;

import id.pde.warehouse.connection.Questions;
import id.pde.warehouse.connection.Questions.Answer;
import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The role that all logins of analysts are in. It has no login itself; what it may read of a table
 * is granted with the table's view.
 */
public final class AnalystRole {

  public static final String NAME = "pde_analyst";

  /** What is harmless, and what every question needs. */
  private static final List<String> GRANTS =
      List.of(
          "GRANT USAGE ON SCHEMA mart, versions, warehouse, history, pde TO " + NAME,
          "GRANT SELECT ON pde.code_list, pde.code, pde.agency, pde.day TO " + NAME,
          "GRANT SELECT ON mart.dim_wilayah, mart.dim_tanggal, mart.dim_instansi, mart.dim_run TO "
              + NAME);

  private static final String THERE =
      "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + NAME + "')";
  private static final String MAY_CREATE =
      "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user";

  /** Whether the login may put others into the role. */
  private static final String MAY_ADMIT =
      """
      SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
          OR (current_setting('server_version_num')::int < 160000
              AND (SELECT rolcreaterole FROM pg_roles WHERE rolname = current_user))
          OR EXISTS (SELECT FROM pg_auth_members m
                      WHERE m.roleid = (SELECT oid FROM pg_roles WHERE rolname = '%s')
                        AND m.member = (SELECT oid FROM pg_roles WHERE rolname = current_user) AND m.admin_option)
      """
          .formatted(NAME);

  private AnalystRole() {}

  public static boolean exists(Connection connection) throws SQLException {
    return ask(connection, THERE);
  }

  static Answer<Boolean> askExists(Questions questions) {
    return questions.whether(THERE, List.of());
  }

  /**
   * What somebody with more rights has to run before PDE can make logins of analysts; empty:
   * nothing.
   *
   * @param login of PDE
   */
  public static List<String> missing(Connection connection, String login) throws SQLException {
    List<String> missing = new ArrayList<>();
    boolean there = exists(connection);
    boolean creates = ask(connection, MAY_CREATE);
    if (!there && !creates) {
      missing.add("CREATE ROLE " + NAME + " NOLOGIN");
    }
    if (there ? !ask(connection, MAY_ADMIT) : !creates) {
      missing.add("GRANT " + NAME + " TO " + Sql.name(login) + " WITH ADMIN OPTION");
    }
    if (!creates) {
      missing.add("ALTER ROLE " + Sql.name(login) + " CREATEROLE");
    }
    return missing;
  }

  /** Makes the role where it is not there yet and the login may; whether it is there now. */
  public static boolean ensure(Connection connection) throws SQLException {
    if (exists(connection)) {
      return true;
    }
    if (!ask(connection, MAY_CREATE)) {
      return false;
    }
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + NAME + " NOLOGIN");
    } catch (SQLException failure) {
      // Roles belong to the whole server: somebody else made it in this moment.
      connection.rollback(before);
      if (!exists(connection)) {
        throw failure;
      }
    }
    return true;
  }

  /** Grants what does not belong to one table. */
  public static void grant(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : GRANTS) {
        statement.execute(sql);
      }
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
