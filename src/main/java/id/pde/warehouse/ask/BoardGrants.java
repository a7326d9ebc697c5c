package id.pde.warehouse.ask;

import id.pde.warehouse.table.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps what the Command Center's login may read at what the mapping files say is public. Nothing
 * is written where nothing changed.
 */
final class BoardGrants {

  /** Columns of views, and whether the login may read each. */
  private static final String STANDING =
      """
      SELECT c.relname, a.attname,
             EXISTS (SELECT FROM aclexplode(a.attacl) x
                      WHERE x.grantee = (SELECT oid FROM pg_roles WHERE rolname = '%s') AND x.privilege_type = 'SELECT')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE n.nspname = 'mart' AND c.relkind = 'v' AND c.relname NOT LIKE 'dim\\_%%'
       ORDER BY c.relname, a.attnum
      """
          .formatted(BoardLogin.NAME);

  /** Somebody makes the view anew at this moment. */
  private static final String LOCKED = "55P03";

  private BoardGrants() {}

  /** What is to be granted and taken back of one view. */
  private record Change(Set<String> grant, Set<String> revoke) {
    boolean isNone() {
      return grant.isEmpty() && revoke.isEmpty();
    }
  }

  /**
   * Brings them to what is public.
   *
   * @param connection of PDE's own login, without automatic commits
   * @param open the columns of each view that are public
   */
  static void sync(Connection connection, Map<String, Set<String>> open) throws SQLException {
    Map<String, Change> changes = changes(connection, open);
    connection.commit();
    for (Map.Entry<String, Change> view : changes.entrySet()) {
      if (!view.getValue().isNone()) {
        apply(connection, "mart." + Sql.name(view.getKey()), view.getValue());
      }
    }
  }

  private static Map<String, Change> changes(Connection connection, Map<String, Set<String>> open)
      throws SQLException {
    Map<String, Change> changes = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STANDING)) {
      while (row.next()) {
        String view = row.getString(1);
        String column = row.getString(2);
        boolean wanted = open.getOrDefault(view, Set.of()).contains(column);
        Change change =
            changes.computeIfAbsent(view, none -> new Change(new TreeSet<>(), new TreeSet<>()));
        if (wanted != row.getBoolean(3)) {
          (wanted ? change.grant() : change.revoke()).add(column);
        }
      }
    }
    return changes;
  }

  /** A transaction for each view, which keeps others from making it anew meanwhile. */
  private static void apply(Connection connection, String view, Change change) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + view + " IN ACCESS SHARE MODE NOWAIT");
      if (!change.revoke().isEmpty()) {
        statement.execute(sentence("REVOKE", change.revoke(), view, "FROM"));
      }
      if (!change.grant().isEmpty()) {
        statement.execute(sentence("GRANT", change.grant(), view, "TO"));
      }
      connection.commit();
    } catch (SQLException failure) {
      connection.rollback();
      if (!LOCKED.equals(failure.getSQLState())) {
        throw failure;
      }
    }
  }

  private static String sentence(String verb, Set<String> columns, String view, String to) {
    return verb
        + " SELECT ("
        + Sql.names("", columns)
        + ") ON "
        + view
        + " "
        + to
        + " "
        + BoardLogin.NAME;
  }
}
