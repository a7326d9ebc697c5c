package id.pde.warehouse.question;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which personal columns of the warehouse a statement reads, as PostgreSQL itself sees it: the
 * statement becomes a view that nobody sees, and the catalogue says which columns a view needs. It
 * is not run for that. Views of somebody else in between are followed; those in {@code mart} and
 * {@code versions} are not, for what they show of persons is masked. A function of {@code history}
 * reads its table whole.
 */
public final class PersonalReads {

  /** Tables with personal columns, which a statement has to name to read them. */
  private static final String TABLES =
      """
      SELECT DISTINCT table_name FROM pde.owned_table, jsonb_each_text(classes) c
       WHERE c.value IN ('pribadi-umum', 'pribadi-spesifik')
      """;

  private static final String COLUMNS =
      """
      WITH RECURSIVE used (viewer, relation, attribute) AS NOT MATERIALIZED (
        SELECT r.ev_class, d.refobjid, d.refobjsubid
          FROM pg_rewrite r
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
        UNION ALL
        SELECT r.ev_class, t.typrelid, 0
          FROM pg_rewrite r
          JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_proc'::regclass
          JOIN pg_proc p ON p.oid = d.refobjid AND p.pronamespace = 'history'::regnamespace
          JOIN pg_type t ON t.oid = p.prorettype
      ), needed (relation, kind, schema, name, attribute) AS (
        SELECT c.oid, c.relkind, n.nspname, c.relname, u.attribute
          FROM used u JOIN pg_class c ON c.oid = u.relation JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE u.viewer = 'pg_temp.pde_question'::regclass AND c.oid <> u.viewer
        UNION
        SELECT c.oid, c.relkind, n.nspname, c.relname, u.attribute
          FROM needed v JOIN used u ON u.viewer = v.relation
          JOIN pg_class c ON c.oid = u.relation JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE v.kind IN ('v', 'm') AND v.schema NOT IN ('mart', 'versions') AND c.oid <> u.viewer
      )
      SELECT DISTINCT schema || '.' || name || '.' || attname
        FROM needed
        JOIN pg_attribute a ON a.attrelid = relation AND (a.attnum = attribute OR (attribute = 0 AND a.attnum > 0))
        JOIN pde.owned_table o ON o.table_name = name
       WHERE schema IN ('warehouse', 'history') AND o.classes ->> attname IN ('pribadi-umum', 'pribadi-spesifik')
       ORDER BY 1
      """;

  private static final int BEGIN = 40;

  private PersonalReads() {}

  /**
   * As {@code warehouse.penduduk.nama}; empty also where it cannot be told. Leaves no trace.
   *
   * @param connection without a transaction under way, committing by itself
   * @param sql one statement that only reads
   */
  public static List<String> of(Connection connection, String sql) throws SQLException {
    String lower = sql.toLowerCase(Locale.ROOT);
    if (strings(connection, TABLES).stream().noneMatch(table -> lower.contains(begin(table)))) {
      return List.of();
    }
    String view = "CREATE TEMP VIEW pde_question AS SELECT 1 FROM (\n" + bare(sql) + "\n) AS q";
    if (!SingleStatement.isSingle(view)) {
      return List.of();
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET LOCAL lock_timeout = '2s'");
      statement.execute(view);
      return strings(connection, COLUMNS);
    } catch (SQLException untold) {
      // EXPLAIN, SHOW, a statement with a fault: the server says what is wrong when it is run.
      return List.of();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** A function of a table with a long name does not begin with all of it. */
  private static String begin(String table) {
    return table.substring(0, Math.min(table.length(), BEGIN));
  }

  private static String bare(String sql) {
    String tidy = sql.strip();
    return tidy.endsWith(";") ? tidy.substring(0, tidy.length() - 1) : tidy;
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }
}
