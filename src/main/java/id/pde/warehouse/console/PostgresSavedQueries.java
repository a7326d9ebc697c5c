package id.pde.warehouse.console;

import id.pde.run.ask.SavedQueries;
import java.util.List;
import java.util.Objects;

/** {@code pde.saved_query}. Safe for use by many threads. */
public final class PostgresSavedQueries implements SavedQueries {

  private static final String SEEN =
      """
      SELECT number, who, name, statement, shared, changed FROM pde.saved_query
       WHERE who = ? OR shared ORDER BY name, who
      """;

  private static final String SAVE =
      """
      INSERT INTO pde.saved_query (who, name, statement, shared) VALUES (?, ?, ?, ?)
      ON CONFLICT (who, name) DO UPDATE
        SET statement = excluded.statement, shared = excluded.shared, changed = clock_timestamp()
      """;

  private final Pool pool;

  public PostgresSavedQueries(Pool pool) {
    this.pool = pool;
  }

  @Override
  public List<Saved> seenBy(String who) {
    return pool.list(
        SEEN,
        row ->
            new Saved(
                row.getLong("number"),
                new Kept(
                    row.getString("who"),
                    row.getString("name"),
                    row.getString("statement"),
                    row.getBoolean("shared")),
                Objects.requireNonNull(Pool.instant(row, "changed"))),
        who);
  }

  @Override
  public void save(Kept kept) {
    pool.run(SAVE, kept.who(), kept.name(), kept.statement(), kept.shared());
  }

  @Override
  public boolean remove(String who, long number) {
    return pool.run("DELETE FROM pde.saved_query WHERE who = ? AND number = ?", who, number) > 0;
  }
}
