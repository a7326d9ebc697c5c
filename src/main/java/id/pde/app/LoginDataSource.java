package id.pde.app;

import id.pde.run.SourceUnreadable;
import id.pde.source.database.LoginSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of an agency's database in the shape that a pool takes. */
final class LoginDataSource extends AbstractDataSource {

  private final LoginSource login;

  LoginDataSource(LoginSource login) {
    this.login = login;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      return login.open();
    } catch (SourceUnreadable noSecret) {
      throw new SQLException(noSecret.issue().message().en(), "28000", noSecret);
    }
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    throw new SQLFeatureNotSupportedException("the login is declared");
  }
}
