package id.pde.warehouse.console;

import id.pde.run.account.Acts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** {@code pde.act}. Safe for use by many threads. */
public final class PostgresActs implements Acts {

  private static final int LONGEST = 500;

  private static final String NEWEST =
      """
      SELECT act, at, who, action, subject, detail FROM pde.act
       WHERE (?::text IS NULL OR who = ?) AND (?::text IS NULL OR action = ?)
         AND act < coalesce(?::bigint, 9223372036854775807)
       ORDER BY act DESC LIMIT ?
      """;

  private final Pool pool;

  public PostgresActs(Pool pool) {
    this.pool = pool;
  }

  @Override
  public void note(String who, String action, String subject, String detail) {
    pool.with(
        connection -> {
          note(connection, who, action, subject, detail);
          return true;
        });
  }

  /** In a transaction, together with what it notes. */
  static void note(Connection connection, String who, String action, String subject, String detail)
      throws SQLException {
    Pool.run(
        connection,
        "INSERT INTO pde.act (who, action, subject, detail) VALUES (?, ?, ?, ?)",
        storable(who),
        action,
        storable(subject),
        storable(detail));
  }

  @Override
  public List<Act> newest(Filter filter) {
    return pool.list(
        NEWEST,
        row ->
            new Act(
                row.getLong("act"),
                Objects.requireNonNull(Pool.instant(row, "at")),
                row.getString("who"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail")),
        filter.who(),
        filter.who(),
        filter.action(),
        filter.action(),
        filter.before(),
        filter.limit());
  }

  /** PostgreSQL takes no U+0000. */
  private static String storable(String text) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
