package id.pde.app;

import com.zaxxer.hikari.HikariDataSource;
import id.pde.mapping.Secret;
import id.pde.run.Home;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Database;
import id.pde.run.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The agencies' own databases as small read-only pools, one for each name that routes use. A pool
 * connects when it is first used; a database that is away disturbs nobody else.
 */
public final class AgencyDatabases implements AutoCloseable {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final int CONNECTIONS = 3;
  private static final long PATIENCE_MILLIS = 10_000;

  private final Home home;
  private final Secrets secrets;
  private final Map<String, HikariDataSource> pools = new TreeMap<>();

  private AgencyDatabases(Home home, Secrets secrets) {
    this.home = home;
    this.secrets = secrets;
  }

  /** The pools of all agencies of a snapshot of the mapping files. */
  public static AgencyDatabases of(MappingFolder mappings, Settings settings) {
    AgencyDatabases databases =
        new AgencyDatabases(
            settings.home(), new HomeSecrets(settings.home(), settings.environment()));
    RouteCheck.databases(mappings)
        .forEach((name, database) -> databases.pools.put(name, databases.pool(name, database)));
    return databases;
  }

  /** The pools by the names that routes use. */
  public Map<String, HikariDataSource> pools() {
    return Map.copyOf(pools);
  }

  @Override
  public void close() {
    List<HikariDataSource> all = new ArrayList<>(pools.values());
    all.forEach(HikariDataSource::close);
  }

  private HikariDataSource pool(String name, Database database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("agency-" + name);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    pool.setInitializationFailTimeout(-1);
    pool.setReadOnly(true);
    // With a pool that commits by itself a driver reads the whole result into memory first.
    pool.setAutoCommit(false);
    secret(database.user()).ifPresent(pool::setUsername);
    secret(database.password()).ifPresent(pool::setPassword);
    String url = database.url();
    if (url.startsWith(SQLITE)) {
      pool.setJdbcUrl(SQLITE + sqliteFile(url.substring(SQLITE.length())));
      // 1 is SQLITE_OPEN_READONLY: the file is never made, nor changed.
      pool.addDataSourceProperty("open_mode", "1");
      return pool;
    }
    pool.setJdbcUrl(url);
    if (url.startsWith("jdbc:postgresql:")) {
      pool.addDataSourceProperty("ApplicationName", "pde");
      pool.addDataSourceProperty("tcpKeepAlive", "true");
      pool.addDataSourceProperty("connectTimeout", "10");
      pool.addDataSourceProperty("socketTimeout", "600");
    }
    return pool;
  }

  /** A path without a leading slash stands below PDE_HOME. */
  private Path sqliteFile(String written) {
    String path = written.startsWith("file:") ? written.substring("file:".length()) : written;
    int query = path.indexOf('?');
    return home.root().resolve(query < 0 ? path : path.substring(0, query)).normalize();
  }

  private Optional<String> secret(@Nullable Secret reference) {
    if (reference == null) {
      return Optional.empty();
    }
    Secrets.Found found = secrets.find(reference);
    if (found instanceof Secrets.Found.Exposed && reference instanceof Secret.InFile file) {
      throw new IllegalStateException(
          "secrets/" + file.name() + ": mode 600 is needed; chmod 600 the file");
    }
    return found instanceof Secrets.Found.Word word ? Optional.of(word.word()) : Optional.empty();
  }
}
