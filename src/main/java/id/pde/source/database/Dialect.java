package id.pde.source.database;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What kinds of databases need to be told, each in its own words. */
public enum Dialect {
  POSTGRESQL(
      "PostgreSQL",
      List.of("jdbc:postgresql:"),
      Map.of(
          "ApplicationName", "pde",
          "tcpKeepAlive", "true",
          "connectTimeout", "10",
          "loginTimeout", "10",
          "socketTimeout", "600",
          // A parameter takes the type that the statement wants.
          "stringtype", "unspecified"),
      List.of(
          "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
          "SET TIME ZONE '" + Dialect.ZONE + "'")),
  MARIADB(
      "MariaDB, MySQL",
      List.of("jdbc:mariadb:", "jdbc:mysql:"),
      Map.of(
          "connectTimeout", "10000",
          "socketTimeout", "600000",
          "tcpKeepAlive", "true",
          // Otherwise a column of small numbers comes as yes or no, and a year as a day.
          "tinyInt1isBit", "false",
          "yearIsDateType", "false",
          // A server may ask a client for its files.
          "allowLocalInfile", "false"),
      List.of(
          "SET SESSION TRANSACTION READ ONLY",
          // Fixed, for many servers have no names of time zones.
          "SET time_zone = '+07:00'",
          // The server cuts a client that packs and checks rows for longer than this: 60 s.
          "SET SESSION net_write_timeout = 3600")),
  SQLSERVER(
      "SQL Server",
      List.of("jdbc:sqlserver:"),
      Map.of(
          "applicationName", "pde",
          "applicationIntent", "ReadOnly",
          "loginTimeout", "10",
          "socketTimeout", "600000",
          "responseBuffering", "adaptive"),
      List.of()),
  ORACLE(
      "Oracle",
      List.of("jdbc:oracle:"),
      Map.of(
          "oracle.net.CONNECT_TIMEOUT", "10000",
          "oracle.jdbc.ReadTimeout", "600000",
          // The driver would tell each failure itself, with its trace and all settings.
          "oracle.jdbc.diagnostic.enableDiagnoseFirstFailure", "false"),
      List.of("ALTER SESSION SET TIME_ZONE = '" + Dialect.ZONE + "'")),
  SQLITE(
      "SQLite",
      List.of("jdbc:sqlite:"),
      // 1 is SQLITE_OPEN_READONLY: the file is never made, nor changed.
      Map.of("open_mode", "1"),
      List.of()),
  OTHER("?", List.of(), Map.of(), List.of());

  /** What now() and a day are in the statements of routes, wherever the server stands. */
  static final String ZONE = "Asia/Jakarta";

  private final String shown;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> urls;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, String> properties;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> session;

  Dialect(String shown, List<String> urls, Map<String, String> properties, List<String> session) {
    this.shown = shown;
    this.urls = urls;
    this.properties = properties;
    this.session = session;
  }

  /** The dialect of a JDBC URL. */
  public static Dialect of(String url) {
    for (Dialect dialect : values()) {
      if (dialect.urls.stream().anyMatch(url::startsWith)) {
        return dialect;
      }
    }
    return OTHER;
  }

  /** The name that people know. */
  public String shown() {
    return shown;
  }

  /** Time limits and manners of the driver. */
  Map<String, String> properties() {
    return properties;
  }

  /** Statements that a new connection begins with. */
  List<String> session() {
    return session;
  }

  /** The statement that a transaction begins with; null: none. */
  @Nullable String transaction() {
    return this == ORACLE ? "SET TRANSACTION READ ONLY" : null;
  }

  /** Whether the database itself refuses to write in the session that PDE opens. */
  public boolean refusesWriting() {
    return this == POSTGRESQL || this == MARIADB || this == ORACLE || this == SQLITE;
  }
}
