package id.pde.app;

import com.zaxxer.hikari.HikariDataSource;
import id.pde.mapping.Secret;
import id.pde.model.Text;
import id.pde.run.Home;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Database;
import id.pde.run.Secrets;
import id.pde.run.SourceUnreadable;
import id.pde.run.pull.Databases;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PulledRows;
import id.pde.run.pull.Sources;
import id.pde.source.database.DatabaseProbe;
import id.pde.source.database.DatabasePull;
import id.pde.source.database.Dialect;
import id.pde.source.database.Drivers;
import id.pde.source.database.LoginSource;
import id.pde.source.database.LoginSource.Login;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The agencies' own databases, read-only, by the names that routes use. A database that is away
 * disturbs nobody else. A pull opens a connection of its own: a pool would try a refused password
 * again and again, until the account is locked. Safe for use by many threads.
 */
public final class AgencyDatabases implements Databases, AutoCloseable {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final int CONNECTIONS = 3;
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long IDLE_MILLIS = 60_000;

  private final Home home;
  private final Secrets secrets;
  private final Drivers drivers;
  private final Map<String, String> urls = new TreeMap<>();
  private final Map<String, LoginSource> logins = new TreeMap<>();
  private final Map<String, HikariDataSource> pools = new TreeMap<>();

  private AgencyDatabases(Settings settings) {
    this.home = settings.home();
    this.secrets = new HomeSecrets(settings.home(), settings.environment());
    this.drivers = new Drivers(settings.drivers());
  }

  /** The databases of all agencies of a snapshot of the mapping files. */
  public static AgencyDatabases of(MappingFolder mappings, Settings settings) {
    AgencyDatabases databases = new AgencyDatabases(settings);
    RouteCheck.databases(mappings).forEach(databases::add);
    return databases;
  }

  /** Pools for {@code sql:} steps, by the names that routes use; made when first used. */
  public Map<String, DataSource> pools() {
    return Map.copyOf(pools);
  }

  @Override
  public PulledRows pull(Pull pull) {
    return source(pull.connection()).rows(pull);
  }

  /**
   * Looks how a connection is.
   *
   * @throws SourceUnreadable where it cannot be read, with the reason
   */
  public Sources.Probe probe(String name) {
    return DatabaseProbe.of(source(name));
  }

  /**
   * A database by its name.
   *
   * @throws SourceUnreadable where there is none, or no driver for it
   */
  private DatabasePull source(String name) {
    String url = urls.get(name);
    if (url == null) {
      throw new SourceUnreadable(SourceFaults.unknown(name, urls.keySet()), null);
    }
    LoginSource login = logins.get(name);
    if (login == null) {
      throw new SourceUnreadable(SourceFaults.driver(name, url, drivers.folder()), null);
    }
    return new DatabasePull(name, Dialect.of(url), login);
  }

  @Override
  public void close() {
    List<HikariDataSource> all = new ArrayList<>(pools.values());
    all.forEach(HikariDataSource::close);
  }

  private void add(String name, Database database) {
    String url = url(database.url());
    urls.put(name, url);
    drivers
        .find(url)
        .ifPresent(
            driver -> {
              DriverLogs.silence(driver);
              LoginSource login = new LoginSource(driver, url, () -> login(name, database));
              logins.put(name, login);
              pools.put(name, pool(name, login));
            });
  }

  private static HikariDataSource pool(String name, LoginSource source) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("agency-" + name);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    pool.setIdleTimeout(IDLE_MILLIS);
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    // With a pool that commits by itself a driver reads the whole result into memory first.
    pool.setAutoCommit(false);
    pool.setDataSource(new LoginDataSource(source));
    return pool;
  }

  /** The address that the driver gets. */
  private String url(String written) {
    return written.startsWith(SQLITE)
        ? SQLITE + sqliteFile(written.substring(SQLITE.length()))
        : written;
  }

  private Login login(String name, Database database) {
    return new Login(
        secret(name, database.user()).orElse(null), secret(name, database.password()).orElse(null));
  }

  /** A path without a leading slash stands below PDE_HOME. */
  private Path sqliteFile(String written) {
    String path = written.startsWith("file:") ? written.substring("file:".length()) : written;
    int query = path.indexOf('?');
    return home.root().resolve(query < 0 ? path : path.substring(0, query)).normalize();
  }

  /** Asked for with each new connection. */
  private Optional<String> secret(String name, @Nullable Secret reference) {
    if (reference == null) {
      return Optional.empty();
    }
    if (secrets.find(reference) instanceof Secrets.Found.Word word) {
      return Optional.of(word.word());
    }
    Text fault = SecretCheck.fault(reference, secrets).orElseThrow();
    throw new SourceUnreadable(SourceFaults.secret(name, fault), null);
  }
}
