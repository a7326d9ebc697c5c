package id.pde.testing;

import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A fresh PostgreSQL database with the migrations applied, for one test class:
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * }</pre>
 *
 * <p>The server starts with the first class that needs it and stops after the last; its zone is
 * unlike the JVM's. A class that leaves a connection open fails.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private @Nullable TestServer server;
  private @Nullable ConnectionSettings settings;

  @Override
  public void beforeAll(ExtensionContext context) {
    TestServer running =
        Objects.requireNonNull(
            context
                .getRoot()
                .getStore(Namespace.create(TestDatabase.class))
                .getOrComputeIfAbsent(
                    TestServer.class, key -> TestServer.start(), TestServer.class));
    server = running;
    settings = running.create();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    TestServer running = server;
    ConnectionSettings database = settings;
    if (running == null || database == null) {
      return;
    }
    String left = running.sessionsLeft(database);
    running.drop(database);
    if (!left.isEmpty()) {
      throw new IllegalStateException("connections left open: " + left);
    }
  }

  /** How to reach the database; the login owns it and is no superuser. */
  public ConnectionSettings settings() {
    return Objects.requireNonNull(settings, "only within a test");
  }

  public Connections connections() {
    return new Connections(settings());
  }

  /** A connection that the test closes. */
  public Connection open() {
    return connections().open(Purpose.QUERY);
  }

  /** What a pde process needs in its environment to work on this database as an external one. */
  public Map<String, String> environment() {
    return Map.of(
        "PDE_DB_URL", settings().url(),
        "PDE_DB_USER", settings().user(),
        "PDE_DB_PASSWORD", settings().password().reveal());
  }
}
