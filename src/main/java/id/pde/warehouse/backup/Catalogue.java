package id.pde.warehouse.backup;

import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Questions to the catalogue about PDE's schemas that the others share. */
final class Catalogue {

  /** In this order they are made; each may refer to those before it. */
  static final List<String> SCHEMAS = List.of("pde", "warehouse", "history", "versions", "mart");

  /** A condition on {@code n}, a row of pg_namespace. */
  static final String OURS = "n.nspname IN ('" + String.join("', '", SCHEMAS) + "')";

  /**
   * Changes with every change of a definition and with nothing else: row versions of the catalogue,
   * which statistics and vacuum leave alone.
   */
  private static final String FINGERPRINT =
      """
      WITH ours AS (SELECT c.oid, c.xmin FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE %s)
      SELECT md5(coalesce(string_agg(mark, ',' ORDER BY mark), '')) FROM (
        SELECT format('c%%s:%%s', oid, xmin) FROM ours
        UNION ALL SELECT format('a%%s.%%s:%%s', a.attrelid, a.attnum, a.xmin) FROM pg_attribute a JOIN ours o ON o.oid = a.attrelid
        UNION ALL SELECT format('r%%s:%%s', r.oid, r.xmin) FROM pg_rewrite r JOIN ours o ON o.oid = r.ev_class
        UNION ALL SELECT format('t%%s:%%s', t.oid, t.xmin) FROM pg_trigger t JOIN ours o ON o.oid = t.tgrelid
        UNION ALL SELECT format('k%%s:%%s', k.oid, k.xmin) FROM pg_constraint k JOIN ours o ON o.oid = k.conrelid
        UNION ALL SELECT format('p%%s:%%s', p.oid, p.xmin) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE %s
        UNION ALL SELECT format('n%%s:%%s', n.oid, n.xmin) FROM pg_namespace n WHERE %s
      ) marks (mark)
      """
          .formatted(OURS, OURS, OURS);

  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
             (SELECT coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), '')
                FROM pg_attribute a
               WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND %s ORDER BY c.oid
      """
          .formatted(OURS);

  /** Schemas of these names that PDE's migrations did not make are somebody else's. */
  private static final String FOREIGN =
      "SELECT n.nspname FROM pg_namespace n WHERE "
          + OURS
          + " AND to_regclass('pde.flyway_schema_history') IS NULL";

  /** What migrations alone do not make: tables of datasets, and what somebody made by hand. */
  private static final String MADE =
      """
      SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f') AND n.nspname <> 'pde'
         AND NOT (n.nspname = 'mart' AND c.relname LIKE 'dim\\_%%') AND %s
      UNION ALL
      SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname <> 'pde' AND %s
      """
          .formatted(OURS, OURS);

  private static final String RUNS = "SELECT 'pde.run' WHERE EXISTS (SELECT FROM pde.run)";
  private static final String LEDGER = "SELECT 'pde.run' WHERE to_regclass('pde.run') IS NOT NULL";

  private Catalogue() {}

  /**
   * What would be lost if PDE's schemas were made anew; empty: nothing but what migrations make.
   */
  static List<String> holds(Connection connection) throws SQLException {
    List<String> holds = texts(connection, FOREIGN);
    if (holds.isEmpty()) {
      holds.addAll(texts(connection, MADE));
      if (!texts(connection, LEDGER).isEmpty()) {
        holds.addAll(texts(connection, RUNS));
      }
    }
    return holds;
  }

  /**
   * A table.
   *
   * @param columns those that hold values of their own, as SQL
   */
  record Relation(String schema, String name, String columns) {

    String sql() {
      return Sql.name(schema) + "." + Sql.name(name);
    }

    /** For COPY. */
    String filled() {
      return columns.isEmpty() ? sql() : sql() + " (" + columns + ")";
    }
  }

  static List<Relation> tables(Connection connection) throws SQLException {
    List<Relation> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        tables.add(new Relation(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return tables;
  }

  static String fingerprint(Connection connection) throws SQLException {
    return String.join("", texts(connection, FINGERPRINT));
  }

  /** The first column of all rows. */
  static List<String> texts(Connection connection, String question) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  /** Names are written with their schemas, and no function of ours stands for one of the server. */
  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
