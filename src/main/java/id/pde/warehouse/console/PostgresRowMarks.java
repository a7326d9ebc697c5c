package id.pde.warehouse.console;

import id.pde.run.Approving.Person;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowState;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.ledger.DecidingTurn;
import id.pde.warehouse.ledger.OpenCounts;
import id.pde.warehouse.ledger.RowStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides over rows in one transaction of a few statements. Safe for use by many threads. */
public final class PostgresRowMarks implements RowMarks {

  /** How long somebody else may decide before one is told to come again. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'";

  private static final String LOCKED = "55P03";

  private static final String ASIDE = "ignored_at = now(), ignored_by = ?, ignored_why = ?";

  private static final String BACK = "ignored_at = NULL, ignored_by = NULL, ignored_why = NULL";

  /** A row by its key: whatever the statistics say, it is one look into an index. */
  private static final String CHOSEN =
      """
      UPDATE pde.quarantine q SET %s
       WHERE q.run = ?::bigint AND q.ordinal = ?::bigint AND %s
         AND EXISTS (SELECT FROM pde.run r WHERE r.run = q.run AND r.outcome = 'loaded_with_rejects')
      """;

  /** The runs are known before: statistics know nothing of rows that were just set aside. */
  private static final String MATCHING =
      """
      WITH done AS (
        UPDATE pde.quarantine q SET %s
         WHERE q.run = ANY (?::text[]::bigint[]) AND %s AND %s RETURNING q.run)
      SELECT run, count(*) AS rows FROM done GROUP BY run ORDER BY run
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS rows FROM pde.quarantine q
       WHERE q.run = ANY (?::text[]::bigint[]) AND %s AND %s
      """;

  /** What is otherwise than wanted. */
  private static final String NOW =
      """
      SELECT wanted.run, wanted.ordinal, coalesce(q.place, '') AS place,
             CASE WHEN q.run IS NOT NULL THEN %s END AS state,
             q.ignored_at, q.ignored_by, q.ignored_why, q.settled_by
        FROM unnest(?::text[]::bigint[], ?::text[]::bigint[]) AS wanted (run, ordinal)
        LEFT JOIN pde.quarantine q ON q.run = wanted.run AND q.ordinal = wanted.ordinal
        %s
       WHERE q.run IS NULL OR NOT (%s)
       ORDER BY 1, 2 LIMIT 10
      """;

  private final Supplier<Connections> database;

  public PostgresRowMarks(Supplier<Connections> database) {
    this.database = database;
  }

  /** So many rows of a run. */
  private record Touched(long run, long rows) {}

  @Override
  public Decided decide(Act act, Chosen chosen, Person person) {
    Connections to = database.get();
    try (Connection connection = to.openShort()) {
      connection.setAutoCommit(false);
      try {
        Decided decided = decide(connection, act, chosen, person);
        if (decided instanceof Decided.Kept) {
          connection.commit();
        }
        return decided;
      } catch (SQLException failure) {
        if (LOCKED.equals(failure.getSQLState())) {
          return new Decided.Busy(null);
        }
        throw failure;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new Failures(to.settings().place()).explain(failure);
    }
  }

  @Override
  public long count(Facets which) {
    Connections to = database.get();
    RowState state = which.state();
    String sql = COUNT.formatted(RowStates.of(state), WaitingSql.ROW_KIND);
    try (Connection connection = to.openShort()) {
      List<@Nullable Object> arguments = new ArrayList<>();
      arguments.add(runs(connection, which));
      arguments.addAll(WaitingSql.rowKind(which));
      return Pool.list(connection, sql, row -> row.getLong("rows"), arguments.toArray()).get(0);
    } catch (SQLException failure) {
      throw new Failures(to.settings().place()).explain(failure);
    }
  }

  private static List<String> runs(Connection connection, Facets which) throws SQLException {
    return Pool.list(
        connection,
        WaitingSql.runs(which.state()),
        row -> row.getString("run"),
        WaitingSql.arguments(which).toArray());
  }

  private static Decided decide(Connection connection, Act act, Chosen chosen, Person person)
      throws SQLException {
    Pool.run(connection, PATIENCE);
    DecidingTurn.take(connection);
    List<Touched> touched =
        chosen instanceof Chosen.Rows rows
            ? rows(connection, act, rows, person)
            : matching(connection, act, ((Chosen.Matching) chosen).facets(), person);
    List<Long> runs = touched.stream().map(Touched::run).toList();
    long found = touched.stream().mapToLong(Touched::rows).sum();
    long wanted = wanted(chosen);
    if (found == 0 || found != wanted) {
      connection.rollback();
      return new Decided.Changed(wanted, found, now(connection, act, chosen));
    }
    Long reading = DecidingTurn.reading(connection, runs);
    if (reading != null) {
      return new Decided.Busy(reading);
    }
    OpenCounts.begin(connection, runs);
    note(connection, act, chosen, person, new Decided.Kept(found, runs));
    return new Decided.Kept(found, runs);
  }

  private static long wanted(Chosen chosen) {
    return chosen instanceof Chosen.Rows rows
        ? rows.keys().stream().distinct().count()
        : ((Chosen.Matching) chosen).expected();
  }

  private static List<Touched> rows(
      Connection connection, Act act, Chosen.Rows chosen, Person person) throws SQLException {
    String sql = CHOSEN.formatted(change(act), RowStates.of(act.from()));
    List<Key> keys = chosen.keys().stream().distinct().toList();
    Map<Long, Long> rows = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Key key : keys) {
        int at = 1;
        for (Object argument : arguments(act, person)) {
          statement.setObject(at++, argument);
        }
        statement.setLong(at++, key.run());
        statement.setLong(at, key.ordinal());
        statement.addBatch();
      }
      int[] touched = statement.executeBatch();
      for (int i = 0; i < touched.length; i++) {
        if (touched[i] == 1) {
          rows.merge(keys.get(i).run(), 1L, Long::sum);
        }
      }
    }
    return rows.entrySet().stream().map(one -> new Touched(one.getKey(), one.getValue())).toList();
  }

  private static List<Touched> matching(
      Connection connection, Act act, Facets facets, Person person) throws SQLException {
    List<@Nullable Object> arguments = new ArrayList<>(arguments(act, person));
    arguments.add(runs(connection, facets));
    arguments.addAll(WaitingSql.rowKind(facets));
    String sql = MATCHING.formatted(change(act), RowStates.of(act.from()), WaitingSql.ROW_KIND);
    return Pool.list(
        connection,
        sql,
        row -> new Touched(row.getLong("run"), row.getLong("rows")),
        arguments.toArray());
  }

  private static String change(Act act) {
    return act == Act.IGNORE ? ASIDE : BACK;
  }

  private static List<Object> arguments(Act act, Person person) {
    return act == Act.IGNORE ? List.of(person.name(), person.reason()) : List.of();
  }

  private static List<List<String>> keys(Chosen.Rows chosen) {
    List<Key> keys = chosen.keys().stream().distinct().toList();
    return List.of(
        keys.stream().map(key -> Long.toString(key.run())).toList(),
        keys.stream().map(key -> Long.toString(key.ordinal())).toList());
  }

  private static List<Now> now(Connection connection, Act act, Chosen chosen) throws SQLException {
    if (!(chosen instanceof Chosen.Rows rows)) {
      return List.of();
    }
    String sql = NOW.formatted(RowStates.CODE, RowStates.SETTLING, RowStates.of(act.from()));
    return Pool.list(
        connection,
        sql,
        row ->
            new Now(
                new Key(row.getLong("run"), row.getLong("ordinal")),
                row.getString("place"),
                row.getString("state") == null ? null : WaitingSql.state(row),
                WaitingSql.aside(row),
                Pool.number(row, "settled_by")),
        keys(rows).toArray());
  }

  /** Counts, facets and the reason; never a value of a row. */
  private static void note(
      Connection connection, Act act, Chosen chosen, Person person, Decided.Kept kept)
      throws SQLException {
    StringBuilder detail = new StringBuilder();
    detail.append(kept.rows()).append(" rows, ").append(kept.runs().size()).append(" runs");
    if (chosen instanceof Chosen.Matching all) {
      Stream.of(all.facets().mapping(), all.facets().code(), all.facets().column())
          .filter(Objects::nonNull)
          .forEach(part -> detail.append(' ').append(part));
    }
    if (!person.reason().isEmpty()) {
      detail.append(": ").append(person.reason());
    }
    String subject = kept.runs().size() == 1 ? "run " + kept.runs().get(0) : "quarantine";
    String action = act == Act.IGNORE ? "quarantine.ignore" : "quarantine.reopen";
    PostgresActs.note(connection, person.name(), action, subject, detail.toString());
  }
}
