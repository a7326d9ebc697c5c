package id.pde.source.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * New connections to one database, read-only and limited in time. User and password are asked for
 * each time: one that was changed needs no restart. Safe for use by many threads.
 */
public final class LoginSource {

  private final Driver driver;
  private final String url;
  private final Supplier<Login> login;

  /** User and password. */
  public record Login(@Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  public LoginSource(Driver driver, String url, Supplier<Login> login) {
    this.driver = driver;
    this.url = url;
    this.login = login;
  }

  /** A new connection; who takes it closes it. */
  public Connection open() throws SQLException {
    Dialect dialect = Dialect.of(url);
    Properties properties = new Properties();
    dialect
        .properties()
        .forEach(
            (name, value) -> {
              if (!says(name)) {
                properties.setProperty(name, value);
              }
            });
    Login words = login.get();
    if (words.user() != null) {
      properties.setProperty("user", words.user());
    }
    if (words.password() != null) {
      properties.setProperty("password", words.password());
    }
    Connection connection = driver.connect(Drivers.address(driver, url), properties);
    if (connection == null) {
      throw new SQLException("the driver does not take the address", "08001");
    }
    try {
      prepare(connection, dialect);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  /** What the URL says goes, however it writes the name. */
  private boolean says(String name) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\s*=", Pattern.CASE_INSENSITIVE)
        .matcher(url)
        .find();
  }

  private static void prepare(Connection connection, Dialect dialect) throws SQLException {
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement()) {
      for (String sql : dialect.session()) {
        try {
          statement.execute(sql);
        } catch (SQLException old) {
          // Servers from before a setting cannot be told it; the rest holds all the same.
          if (old.getSQLState() == null || !old.getSQLState().startsWith("42")) {
            throw old;
          }
        }
      }
    }
  }
}
