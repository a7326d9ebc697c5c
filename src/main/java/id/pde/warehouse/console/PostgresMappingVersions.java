package id.pde.warehouse.console;

import id.pde.run.studio.MappingVersion;
import id.pde.run.studio.MappingVersion.Fresh;
import id.pde.run.studio.MappingVersion.Kept;
import id.pde.run.studio.MappingVersion.Origin;
import id.pde.run.studio.MappingVersions;
import id.pde.warehouse.ledger.MappingNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code pde.mapping_history}. Safe for use by many threads and nodes. */
public final class PostgresMappingVersions implements MappingVersions {

  private static final String COLUMNS =
      "SELECT mapping, number, sha256, at, origin, who, note, restored";

  private static final String OF =
      COLUMNS + " FROM pde.mapping_history WHERE mapping = ? ORDER BY number DESC";

  private static final String ONE =
      COLUMNS + ", content FROM pde.mapping_history WHERE mapping = ? AND number = ?";

  private static final String NEWEST =
      """
      SELECT DISTINCT ON (mapping) mapping, sha256 FROM pde.mapping_history
       ORDER BY mapping, number DESC
      """;

  private static final String ADD =
      """
      INSERT INTO pde.mapping_history (mapping, number, sha256, content, origin, who, note, restored)
      SELECT n.mapping, coalesce(max(h.number), 0) + 1, ?, ?, ?, ?, ?, ?
        FROM (SELECT ?::text AS mapping) n LEFT JOIN pde.mapping_history h ON h.mapping = n.mapping
       GROUP BY n.mapping
      RETURNING mapping, number, sha256, at, origin, who, note, restored
      """;

  private final Pool pool;

  public PostgresMappingVersions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public List<MappingVersion> of(String mapping) {
    return pool.list(OF, PostgresMappingVersions::version, mapping);
  }

  @Override
  public Optional<Kept> find(String mapping, int number) {
    return Optional.ofNullable(
        pool.first(ONE, row -> new Kept(version(row), row.getString("content")), mapping, number));
  }

  @Override
  public Optional<Integer> ofRun(long run) {
    return Optional.ofNullable(
        pool.first(
            "SELECT mapping_number FROM pde.run WHERE run = ? AND mapping_number IS NOT NULL",
            row -> row.getInt(1),
            run));
  }

  @Override
  public Map<String, String> newest() {
    Map<String, String> newest = new HashMap<>();
    pool.list(NEWEST, row -> newest.put(row.getString(1), row.getString(2)));
    return newest;
  }

  @Override
  public <T> T alone(String mapping, Turn<T> turn) {
    return pool.with(
        connection -> {
          connection.setAutoCommit(false);
          try {
            MappingNumbers.await(connection, mapping);
            T told = turn.with(new OpenBook(connection, mapping));
            connection.commit();
            return told;
          } catch (Broken broken) {
            throw broken.cause;
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  /** The versions of one mapping on a connection that has its turn. */
  private record OpenBook(Connection connection, String mapping) implements Book {

    @Override
    public Optional<MappingVersion> newest() {
      return Optional.ofNullable(first(OF + " LIMIT 1", mapping));
    }

    @Override
    public MappingVersion add(Fresh fresh) {
      return Objects.requireNonNull(
          first(
              ADD,
              fresh.sha256(),
              fresh.content(),
              fresh.origin().name().toLowerCase(Locale.ROOT),
              fresh.who(),
              fresh.note(),
              fresh.restored(),
              mapping));
    }

    private @Nullable MappingVersion first(String sql, @Nullable Object... arguments) {
      try (PreparedStatement statement = Pool.prepare(connection, sql, arguments);
          ResultSet row = statement.executeQuery()) {
        return row.next() ? version(row) : null;
      } catch (SQLException failure) {
        throw new Broken(failure);
      }
    }
  }

  /** Carries a failure through the turn; never leaves this class. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    Broken(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  private static MappingVersion version(ResultSet row) throws SQLException {
    Long restored = Pool.number(row, "restored");
    return new MappingVersion(
        row.getString("mapping"),
        row.getInt("number"),
        row.getString("sha256"),
        Objects.requireNonNull(Pool.instant(row, "at")),
        Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
        row.getString("who"),
        row.getString("note"),
        restored == null ? null : restored.intValue());
  }
}
