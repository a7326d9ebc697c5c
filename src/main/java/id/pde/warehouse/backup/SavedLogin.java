package id.pde.warehouse.backup;

import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import id.pde.warehouse.mart.AnalystLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A login of an analyst.
 *
 * @param verifier by which the server knows the password, which it is not; empty: it may not be
 *     read
 */
record SavedLogin(String name, String verifier) {

  private static final String NO_RIGHT = "42501";

  /**
   * All that PDE made in this database.
   *
   * @param superuser who may read verifiers; or PDE's own login, which mostly may not
   */
  static List<SavedLogin> all(Connection connection, Connections superuser) throws SQLException {
    List<SavedLogin> logins = new ArrayList<>();
    List<String> names = AnalystLogin.names(connection);
    if (names.isEmpty()) {
      return logins;
    }
    try (Connection reader = superuser.connect(Purpose.QUERY)) {
      for (String name : names) {
        logins.add(new SavedLogin(name, verifier(reader, name)));
      }
    }
    return logins;
  }

  private static String verifier(Connection reader, String name) throws SQLException {
    String question = "SELECT coalesce(rolpassword, '') FROM pg_authid WHERE rolname = ?";
    try (PreparedStatement statement = reader.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() ? answer.getString(1) : "";
      }
    } catch (SQLException failure) {
      if (NO_RIGHT.equals(failure.getSQLState())) {
        return "";
      }
      throw failure;
    }
  }

  /** Without the verifier. */
  @Override
  public String toString() {
    return "SavedLogin[" + name + "]";
  }
}
