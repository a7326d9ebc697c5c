package id.pde.kill;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver that commits between the data and the ledger: the mistake that the kill test must be
 * able to see.
 */
final class SplitDriver implements Driver {

  private final Driver real = new org.postgresql.Driver();

  static void install() throws SQLException {
    DriverManager.drivers()
        .filter(driver -> driver instanceof org.postgresql.Driver)
        .toList()
        .forEach(SplitDriver::remove);
    DriverManager.registerDriver(new SplitDriver());
  }

  private static void remove(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = real.connect(url, properties);
    return connection == null ? null : split(connection);
  }

  private static Connection split(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            SplitDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && arguments != null
                  && String.valueOf(arguments[0]).contains("INSERT INTO pde.mapping_version")
                  && !connection.getAutoCommit()) {
                connection.commit();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return real.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
