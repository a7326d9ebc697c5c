package id.pde.app.server;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.app.embedded.ServerOptions;
import id.pde.run.Home;
import id.pde.warehouse.connection.ConnectionSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;

/** The PostgreSQL of an agency: a server of its own, in a zone of its own. */
final class AgencyPostgres implements AutoCloseable {

  private final EmbeddedServer server;
  private final ConnectionSettings settings;

  AgencyPostgres(String name) {
    ServerOptions options =
        new ServerOptions(
            ServerOptions.Durability.THROWAWAY,
            ZoneId.of("Pacific/Honolulu"),
            Duration.ofSeconds(60));
    this.server = new EmbeddedServer(new Home(Path.of("target", name)), options, text -> {});
    this.settings = server.ensureRunning();
  }

  ConnectionSettings settings() {
    return settings;
  }

  /** What agencies.yaml says of it, with the password in the secret of that name. */
  String yaml(String name, String secret) {
    return yaml(name, settings.url(), secret);
  }

  String yaml(String name, String url, String secret) {
    return "%s:\n  url: %s\n  user: {file: %s-user}\n  password: {file: %s}\n"
        .formatted(name, url, secret, secret);
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                settings.url(), settings.user(), settings.password().reveal());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
