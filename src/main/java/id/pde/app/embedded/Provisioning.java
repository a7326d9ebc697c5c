package id.pde.app.embedded;

import id.pde.warehouse.connection.Password;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PasswordUtil;

/** The database and the login that PDE works with; what is there already is left as it is. */
record Provisioning(Connection superuser) {

  static final String LOGIN = "pde";
  static final String DATABASE = "pde";

  void provide(Password password) throws SQLException {
    if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", LOGIN)) {
      // CREATEROLE, since officers and analysts get logins of their own.
      execute("CREATE ROLE " + LOGIN + " LOGIN CREATEROLE");
    }
    setPassword(password);
    if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
      execute("CREATE DATABASE " + DATABASE + " OWNER " + LOGIN + " ENCODING 'UTF8'");
    }
  }

  /** The server is sent the salted verifier, never the password itself. */
  private void setPassword(Password password) throws SQLException {
    execute(
        PasswordUtil.genAlterUserPasswordSQL(
            LOGIN, password.reveal().toCharArray(), "scram-sha-256"));
  }

  private boolean exists(String question, String name) throws SQLException {
    try (PreparedStatement statement = superuser.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }
}
