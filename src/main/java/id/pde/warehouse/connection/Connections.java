package id.pde.warehouse.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to PDE's database, every one set up alike. Safe for use by many threads. */
public final class Connections {

  /** The zone of timestamps as people in the city write them. */
  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Jakarta");

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  /** Connections that wait for a short question, and for a publication. */
  private static final int SHORT_ONES = 4;

  private static final int LOADING_ONES = 2;

  /** All that DISCARD ALL does but forgetting the statements; together they are one round trip. */
  private static final String CLEAN =
      "CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *;"
          + " SET application_name = 'pde';"
          + " SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES; ";

  /**
   * A statement that is used again is planned for its values each time: a plan for any values would
   * read the whole ledger where the newest run of a table is asked for.
   */
  private static final String PLANS = "SET plan_cache_mode = force_custom_plan";

  private final ConnectionSettings settings;
  private final ZoneId zone;
  private final String place;
  private volatile @Nullable IdleConnections idle;
  private volatile @Nullable IdleConnections loading;

  public Connections(ConnectionSettings settings) {
    this(settings, DEFAULT_ZONE);
  }

  public Connections(ConnectionSettings settings, ZoneId zone) {
    this.settings = settings;
    this.zone = zone;
    this.place = settings.place();
  }

  public ConnectionSettings settings() {
    return settings;
  }

  /** As {@link ConnectionSettings#place}; each run asks it several times. */
  public String place() {
    return place;
  }

  /**
   * A connection of its own; the caller closes it.
   *
   * @throws id.pde.run.TargetUnavailable when the database cannot be reached or refuses the login
   */
  public Connection open(Purpose purpose) {
    try {
      return connect(purpose);
    } catch (SQLException failure) {
      throw Unavailable.because(settings, failure);
    }
  }

  /**
   * As {@link #open} for {@link Purpose#QUERY}, for questions that leave nothing in their session.
   */
  public Connection openShort() {
    IdleConnections waiting = idle;
    if (waiting == null) {
      return open(Purpose.QUERY);
    }
    try {
      return waiting.take(() -> connect(Purpose.QUERY));
    } catch (SQLException failure) {
      throw Unavailable.because(settings, failure);
    }
  }

  /**
   * As {@link #open} for {@link Purpose#LOADING}; of a server it may be one that was given back. It
   * knows the statements of the last work, where that was the same.
   *
   * @param work what the connection is used for; the same words only for the same statements
   */
  public Connection openLoading(String work) {
    IdleConnections waiting = loading;
    try {
      IdleConnections.Waited waited = waiting == null ? null : waiting.waited(work);
      if (waited == null) {
        return connect(Purpose.LOADING);
      }
      if (!waited.use().equals(work)) {
        forgetStatements(waited.connection());
      }
      return waited.connection();
    } catch (SQLException failure) {
      throw Unavailable.because(settings, failure);
    }
  }

  /**
   * Takes back what {@link #openLoading} gave, after its commit; nothing of its session is left to
   * the next one but the statements it prepared. What failed is closed by its user instead.
   */
  public void giveBack(Connection connection, String work) {
    IdleConnections waiting = loading;
    try {
      if (waiting != null) {
        connection.setAutoCommit(true);
        execute(connection, CLEAN + sessionStatements(Purpose.LOADING));
        if (waiting.isKept(connection, work)) {
          return;
        }
      }
      connection.close();
    } catch (SQLException broken) {
      closeAfter(connection, broken);
    }
  }

  /** The same words could mean other tables, of other types, to another work. */
  private static void forgetStatements(Connection connection) throws SQLException {
    try {
      execute(connection, "DEALLOCATE ALL");
    } catch (SQLException broken) {
      closeAfter(connection, broken);
      throw broken;
    }
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  /**
   * From now on connections of short questions and of publications wait for the next one, until
   * {@link #rest}.
   */
  public void reuse() {
    idle = new IdleConnections(SHORT_ONES);
    loading = new IdleConnections(LOADING_ONES);
  }

  /** Closes what waits. */
  public void rest() {
    IdleConnections waiting = idle;
    IdleConnections publications = loading;
    idle = null;
    loading = null;
    if (waiting != null) {
      waiting.close();
    }
    if (publications != null) {
      publications.close();
    }
  }

  /** As {@link #open}, for callers that look at the driver's own answer. */
  public Connection connect(Purpose purpose) throws SQLException {
    if (!settings.understood()) {
      throw new SQLException("the address is not understood", "08001");
    }
    Connection connection = source(purpose).getConnection();
    try {
      execute(connection, sessionStatements(purpose));
      return connection;
    } catch (SQLException failure) {
      closeAfter(connection, failure);
      throw failure;
    }
  }

  /**
   * A small pool for a server that stays up; the caller closes it. Connections are made on demand,
   * so the pool comes to be even while the database is away.
   */
  public HikariDataSource pool(int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("pde");
    config.setDataSource(source(Purpose.QUERY));
    config.setConnectionInitSql(zoneStatement());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** A source of single connections, without a pool. */
  public DataSource source(Purpose purpose) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(settings.url());
    source.setProperty(PGProperty.APPLICATION_NAME, "pde");
    // The driver's exceptions quote rows of the table ("Key (nik)=(...) already exists").
    source.setProperty(PGProperty.LOG_SERVER_ERROR_DETAIL, "false");
    offer(source, PGProperty.TCP_KEEP_ALIVE, "true");
    offer(source, PGProperty.CONNECT_TIMEOUT, seconds(CONNECT_PATIENCE));
    offer(source, PGProperty.LOGIN_TIMEOUT, seconds(CONNECT_PATIENCE));
    offer(source, PGProperty.SOCKET_TIMEOUT, seconds(purpose.longestSilence()));
    source.setUser(settings.user());
    // Unset, the driver asks the address and then ~/.pgpass.
    if (!settings.password().reveal().isEmpty()) {
      source.setPassword(settings.password().reveal());
    }
    return source;
  }

  /** A value that the address gives itself stays. */
  private void offer(PGSimpleDataSource source, PGProperty property, String value) {
    if (!settings.parameters().containsKey(property.getName())) {
      source.setProperty(property, value);
    }
  }

  private String sessionStatements(Purpose purpose) {
    return purpose == Purpose.LOADING ? zoneStatement() + "; " + PLANS : zoneStatement();
  }

  /**
   * The driver asks for the zone of the JVM when it connects, and that wins over every setting of
   * the server, the database and the login; so the zone is set afterwards.
   */
  private String zoneStatement() {
    if (zone instanceof ZoneOffset offset) {
      String written = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
      return "SET TIME ZONE INTERVAL '" + written + "' HOUR TO MINUTE";
    }
    return "SET TIME ZONE '" + zone.getId() + "'";
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  private static void closeAfter(Connection connection, SQLException failure) {
    try {
      connection.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }
}
