package id.pde.testing;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.app.embedded.ServerOptions;
import id.pde.app.embedded.ServerOptions.Durability;
import id.pde.run.Home;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Migrations;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The server of all database tests of a build, with a template database that holds the migrations.
 *
 * <p>By default a server of PDE's own under {@code target/test-pg}. With {@code PDE_TEST_DB_URL},
 * {@code PDE_TEST_DB_USER} (a superuser) and {@code PDE_TEST_DB_PASSWORD} in the environment the
 * same tests run against any other server.
 */
final class TestServer implements AutoCloseable {

  /** Unlike the zone of any JVM here and unlike PDE's default, so that a mixed-up zone shows. */
  static final ZoneId ZONE = ZoneId.of("America/St_Johns");

  private final @Nullable EmbeddedServer embedded;
  private final ConnectionSettings superuser;
  private final ConnectionSettings login;
  private final String template = name("template");

  private TestServer(
      @Nullable EmbeddedServer embedded, ConnectionSettings superuser, ConnectionSettings login) {
    this.embedded = embedded;
    this.superuser = superuser;
    this.login = login;
  }

  static TestServer start() {
    TestServer server = external(System.getenv()).orElseGet(TestServer::embedded);
    server.create(server.template, "template0");
    new Migrations(new Connections(server.login.database(server.template))).apply();
    return server;
  }

  private static Optional<TestServer> external(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("PDE_TEST_DB_URL"))
        .map(
            url ->
                new ConnectionSettings(
                    url,
                    environment.getOrDefault("PDE_TEST_DB_USER", "postgres"),
                    new Password(environment.getOrDefault("PDE_TEST_DB_PASSWORD", ""))))
        .map(settings -> new TestServer(null, settings, settings));
  }

  private static TestServer embedded() {
    Home home = new Home(Path.of("target", "test-pg"));
    ServerOptions options = new ServerOptions(Durability.THROWAWAY, ZONE, Duration.ofSeconds(60));
    EmbeddedServer server = new EmbeddedServer(home, options, text -> {});
    ConnectionSettings login = server.ensureRunning();
    return new TestServer(server, superuser(home, login), login);
  }

  /** The superuser of an embedded server. */
  static ConnectionSettings superuser(Home home, ConnectionSettings login) {
    try {
      String password = Files.readString(home.secrets().resolve("pg-superuser")).strip();
      return new ConnectionSettings(
          login.database("postgres").url(), "postgres", new Password(password));
    } catch (IOException failure) {
      throw new IllegalStateException("no superuser of the test server", failure);
    }
  }

  /** A database of its own, with the migrations applied. */
  ConnectionSettings create() {
    String name = name("test");
    create(name, template);
    return login.database(name);
  }

  /** Sessions that somebody forgot to close; gives a closing backend a moment to go. */
  String sessionsLeft(ConnectionSettings database) {
    String question =
        """
        SELECT coalesce(string_agg(application_name || ': ' || left(query, 80), '; '), '')
        FROM pg_stat_activity WHERE datname = '%s' AND backend_type = 'client backend'
        """
            .formatted(database.databaseName());
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    String left = ask(question);
    while (!left.isEmpty() && System.nanoTime() < end) {
      left = ask(question);
    }
    return left;
  }

  void drop(ConnectionSettings database) {
    execute("DROP DATABASE IF EXISTS " + database.databaseName() + " WITH (FORCE)");
  }

  @Override
  public void close() {
    execute("DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
    if (embedded != null) {
      embedded.stop();
    }
  }

  private void create(String name, String from) {
    execute(
        "CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE %s"
            .formatted(name, login.user(), from));
  }

  private static String name(String kind) {
    return kind + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  private void execute(String sql) {
    try (Connection connection = new Connections(superuser).open(Purpose.QUERY);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }

  private String ask(String question) {
    try (Connection connection = new Connections(superuser).open(Purpose.QUERY);
        Statement statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(question, failure);
    }
  }
}
