package id.pde.source.database;

import id.pde.run.SourceUnreadable;
import id.pde.run.pull.Sources.Probe;
import id.pde.run.pull.Sources.Writing;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks whether a database can be read, and what is in it. */
public final class DatabaseProbe {

  private static final int SECONDS = 20;
  private static final int TABLES = 1000;

  /** Schemas that nobody needs to name. */
  private static final Set<String> PLAIN = Set.of("public", "dbo");

  /** Schemas that every server has for itself. */
  private static final Set<String> OWN =
      Set.of(
          "information_schema",
          "pg_catalog",
          "sys",
          "mysql",
          "performance_schema",
          // Oracle's
          "system",
          "xdb",
          "mdsys",
          "ctxsys",
          "wmsys",
          "olapsys",
          "ordsys",
          "orddata",
          "lbacsys",
          "dvsys",
          "audsys",
          "dbsnmp",
          "outln",
          "appqossys",
          "ojvmsys",
          "gsmadmin_internal");

  private DatabaseProbe() {}

  /**
   * What is found.
   *
   * @throws SourceUnreadable where the database cannot be read, with the reason
   */
  public static Probe of(DatabasePull source) {
    long begun = System.nanoTime();
    try (Connection connection = source.login().open()) {
      connection.setAutoCommit(false);
      long opened = millisSince(begun);
      begun = System.nanoTime();
      ask(connection, source.dialect() == Dialect.ORACLE ? "SELECT 1 FROM dual" : "SELECT 1");
      long answered = millisSince(begun);
      DatabaseMetaData about = connection.getMetaData();
      Probe probe =
          new Probe(
              source.name(),
              about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
              opened,
              answered,
              writing(connection, source.dialect()),
              tables(connection, about, source.dialect()));
      connection.rollback();
      return probe;
    } catch (SQLException failed) {
      throw new SourceUnreadable(source.faults().of(failed, 0), failed);
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet row = statement.executeQuery(sql)) {
        String value = row.next() ? row.getString(1) : null;
        return value == null ? "" : value;
      }
    }
  }

  /** What the session itself says; a setting that an old server lacks does not hold. */
  private static Writing writing(Connection connection, Dialect dialect) throws SQLException {
    String holds =
        switch (dialect) {
          case POSTGRESQL -> ask(connection, "SHOW transaction_read_only");
          case MARIADB -> mariaDb(connection);
          case SQLITE, ORACLE -> "on";
          case SQLSERVER, OTHER -> "";
        };
    return Set.of("on", "1").contains(holds) ? Writing.REFUSED_THERE : Writing.REFUSED_HERE;
  }

  /** MariaDB and MySQL call the same thing by two names. */
  private static String mariaDb(Connection connection) throws SQLException {
    try {
      return ask(connection, "SELECT @@session.tx_read_only");
    } catch (SQLException mysql) {
      return ask(connection, "SELECT @@session.transaction_read_only");
    }
  }

  private static List<String> tables(Connection connection, DatabaseMetaData about, Dialect dialect)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    String[] kinds = {"TABLE", "BASE TABLE", "VIEW", "PARTITIONED TABLE", "FOREIGN TABLE"};
    try (ResultSet row = about.getTables(connection.getCatalog(), null, "%", kinds)) {
      while (row.next() && tables.size() < TABLES) {
        String schema = row.getString("TABLE_SCHEM");
        boolean plain = schema == null || PLAIN.contains(schema.toLowerCase(Locale.ROOT));
        if (schema == null || !OWN.contains(schema.toLowerCase(Locale.ROOT))) {
          String table = row.getString("TABLE_NAME");
          tables.add(plain || dialect == Dialect.SQLITE ? table : schema + "." + table);
        }
      }
    }
    return tables.stream().sorted().toList();
  }
}
