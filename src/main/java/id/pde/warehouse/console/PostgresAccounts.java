package id.pde.warehouse.console;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts;
import id.pde.run.account.ProvidedKey;
import id.pde.run.account.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code pde.account} and {@code pde.token}; time is the database's. Safe for many threads. */
public final class PostgresAccounts implements Accounts {

  private static final String COLUMNS =
      """
      SELECT a.name, a.shown, a.roles, a.agencies, a.language, a.disabled, a.version, a.seen, a.person,
             CASE WHEN a.locked_until > clock_timestamp() THEN a.locked_until END AS locked_until,
             starts_with(a.password, '%s') AS provided
        FROM pde.account a
      """
          .formatted(ProvidedKey.METHOD);

  /** Only these have a password. */
  private static final String LOCAL =
      " AND NOT starts_with(password, '" + ProvidedKey.METHOD + "')";

  private static final String ADD =
      """
      INSERT INTO pde.account (name, shown, roles, agencies, disabled, password, language)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
      """;

  /** Whoever may keep accounts with a password of their own. */
  private static final String KEEPS =
      "'admin' = ANY (%1$s.roles) AND NOT %1$s.disabled AND NOT starts_with(%1$s.password, '"
          + ProvidedKey.METHOD
          + "')";

  private static final String CHANGE =
      """
      UPDATE pde.account a SET roles = ?, agencies = ?, disabled = ?, version = version + 1
       WHERE name = ? AND version = ?
         AND (? OR NOT (%s) OR EXISTS (SELECT FROM pde.account o WHERE o.name <> a.name AND %s))
      """
          .formatted(KEEPS.formatted("a"), KEEPS.formatted("o"));

  private static final String LINK =
      """
      UPDATE pde.account a SET person = n.person
        FROM (SELECT ?::text AS person) n
       WHERE a.name = ?
         AND (n.person IS NULL
              OR (EXISTS (SELECT FROM pde.account p WHERE p.name = n.person AND p.person IS NULL AND p.name <> a.name)
                  AND NOT EXISTS (SELECT FROM pde.account o WHERE o.person = a.name)))
      """;

  /** Whether two names are of one human; each of them twice. */
  public static final String SAME_PERSON =
      """
      SELECT coalesce((SELECT coalesce(person, name) FROM pde.account WHERE name = ?), ?)
           = coalesce((SELECT coalesce(person, name) FROM pde.account WHERE name = ?), ?)
      """;

  private static final String GRANTED =
      """
      UPDATE pde.account SET roles = n.roles, agencies = n.agencies, version = version + 1
        FROM (SELECT ?::text[] AS roles, ?::text[] AS agencies) n
       WHERE name = ? AND (account.roles, account.agencies) IS DISTINCT FROM (n.roles, n.agencies)
      """;

  private static final String PASSWORD =
      """
      UPDATE pde.account
         SET password = ?, failures = 0, locked_until = NULL, version = version + 1
       WHERE name = ?
      """
          + LOCAL;

  private static final String FAILED =
      """
      UPDATE pde.account
         SET failures = CASE WHEN failures + 1 >= %1$d THEN 0 ELSE failures + 1 END,
             locked_until = CASE WHEN failures + 1 >= %1$d
                                 THEN clock_timestamp() + interval '%2$d seconds' ELSE locked_until END
       WHERE name = ?
      """
              .formatted(AccountRules.FAILURES, AccountRules.LOCK.toSeconds())
          + LOCAL;

  private static final String SUCCEEDED =
      """
      UPDATE pde.account SET failures = 0, locked_until = NULL, seen = clock_timestamp() WHERE name = ?
      """;

  private static final String USE =
      """
      UPDATE pde.token SET used = clock_timestamp()
       WHERE hash = ? AND revoked IS NULL AND expires > clock_timestamp()
      RETURNING account
      """;

  private static final String REVOKE =
      """
      UPDATE pde.token SET revoked = clock_timestamp() WHERE account = ? AND label = ? AND revoked IS NULL
      """;

  private final Pool pool;

  public PostgresAccounts(Pool pool) {
    this.pool = pool;
  }

  @Override
  public boolean isEmpty() {
    return pool.first("SELECT 1 FROM pde.account LIMIT 1", row -> row.getInt(1)) == null;
  }

  @Override
  public @Nullable Account find(String name) {
    return pool.first(COLUMNS + " WHERE a.name = ?", PostgresAccounts::account, name);
  }

  @Override
  public @Nullable Account provided(String key) {
    return pool.first(COLUMNS + " WHERE a.password = ?", PostgresAccounts::account, key);
  }

  @Override
  public List<Account> list() {
    return pool.list(COLUMNS + " ORDER BY a.name", PostgresAccounts::account);
  }

  @Override
  public @Nullable String hash(String name) {
    return pool.first(
        "SELECT password FROM pde.account WHERE name = ? AND NOT disabled" + LOCAL,
        row -> row.getString(1),
        name);
  }

  @Override
  public boolean addFirst(Fresh fresh) {
    return alone(connection -> isFirst(connection) && add(connection, fresh) == 1);
  }

  /** Two who set up, or change rights, at the same moment come one after the other. */
  private boolean alone(Pool.Work<Boolean> work) {
    return pool.with(
        connection -> {
          connection.setAutoCommit(false);
          try {
            try (Statement statement = connection.createStatement()) {
              statement.execute("LOCK TABLE pde.account IN SHARE ROW EXCLUSIVE MODE");
            }
            boolean done = work.on(connection);
            connection.commit();
            return done;
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  private static boolean isFirst(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM pde.account LIMIT 1")) {
      return !row.next();
    }
  }

  @Override
  public boolean add(Fresh fresh) {
    return pool.with(connection -> add(connection, fresh)) == 1;
  }

  private static int add(Connection connection, Fresh fresh) throws SQLException {
    return Pool.run(
        connection,
        ADD,
        fresh.name(),
        fresh.shown(),
        codes(fresh.rights().roles()),
        fresh.rights().agencies(),
        fresh.rights().disabled(),
        fresh.hash(),
        code(fresh.language()));
  }

  @Override
  public boolean change(String name, Rights rights, long version) {
    boolean keeps = rights.roles().contains(Role.ADMIN) && !rights.disabled();
    return alone(
        connection ->
            Pool.run(
                    connection,
                    CHANGE,
                    codes(rights.roles()),
                    rights.agencies(),
                    rights.disabled(),
                    name,
                    version,
                    keeps)
                == 1);
  }

  @Override
  public boolean link(String name, @Nullable String person) {
    return alone(connection -> Pool.run(connection, LINK, person, name) == 1);
  }

  @Override
  public boolean samePerson(String one, String other) {
    return Boolean.TRUE.equals(
        pool.first(SAME_PERSON, row -> row.getBoolean(1), one, one, other, other));
  }

  @Override
  public boolean granted(String name, Set<Role> roles, List<String> agencies) {
    return pool.run(GRANTED, codes(roles), agencies.stream().sorted().toList(), name) == 1;
  }

  @Override
  public boolean end(String name) {
    return pool.run("UPDATE pde.account SET version = version + 1 WHERE name = ?", name) == 1;
  }

  @Override
  public boolean password(String name, String hash) {
    return pool.run(PASSWORD, hash, name) == 1;
  }

  @Override
  public void language(String name, Language language) {
    pool.run("UPDATE pde.account SET language = ? WHERE name = ?", code(language), name);
  }

  @Override
  public void failed(String name) {
    pool.run(FAILED, name);
  }

  @Override
  public void succeeded(String name) {
    pool.run(SUCCEEDED, name);
  }

  @Override
  public void addToken(Token token, String hash) {
    pool.run(
        "INSERT INTO pde.token (hash, account, label, expires) VALUES (?, ?, ?, ?)",
        hash,
        token.account(),
        token.label(),
        token.expires());
  }

  @Override
  public @Nullable Account byToken(String hash) {
    String name = pool.first(USE, row -> row.getString(1), hash);
    Account account = name == null ? null : find(name);
    return account == null || account.disabled() ? null : account;
  }

  @Override
  public List<Token> tokens(String account) {
    return pool.list(
        "SELECT label, expires, used, revoked IS NOT NULL FROM pde.token WHERE account = ? ORDER BY created",
        row -> {
          Instant expires = Objects.requireNonNull(Pool.instant(row, "expires"));
          return new Token(
              account, row.getString(1), expires, Pool.instant(row, "used"), row.getBoolean(4));
        },
        account);
  }

  @Override
  public List<Token> tokens() {
    return pool.list(
        """
        SELECT account, label, expires, used FROM pde.token
         WHERE revoked IS NULL AND expires > clock_timestamp() ORDER BY account, created
        """,
        row ->
            new Token(
                row.getString(1),
                row.getString(2),
                Objects.requireNonNull(Pool.instant(row, "expires")),
                Pool.instant(row, "used"),
                false));
  }

  @Override
  public int revoke(String account, String label) {
    return pool.run(REVOKE, account, label);
  }

  @Override
  public @Nullable Repeated begin(String account, String key, String request) {
    int first =
        pool.run(
            """
            INSERT INTO pde.request_key (account, key, request, answer) VALUES (?, ?, ?, '')
            ON CONFLICT DO NOTHING
            """,
            account,
            key,
            request);
    return first == 1
        ? null
        : pool.first(
            "SELECT request, answer FROM pde.request_key WHERE account = ? AND key = ?",
            row -> new Repeated(row.getString(1), row.getString(2)),
            account,
            key);
  }

  @Override
  public void done(String account, String key, String answer) {
    pool.run(
        "UPDATE pde.request_key SET answer = ? WHERE account = ? AND key = ?",
        answer,
        account,
        key);
  }

  @Override
  public void refused(String account, String key) {
    pool.run(
        "DELETE FROM pde.request_key WHERE account = ? AND key = ? AND answer = ''", account, key);
  }

  private static Account account(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Pool.texts(row, "roles").forEach(code -> Role.of(code).ifPresent(roles::add));
    return new Account(
        row.getString("name"),
        row.getString("shown"),
        roles,
        Pool.texts(row, "agencies"),
        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
        Pool.instant(row, "locked_until"),
        row.getBoolean("disabled"),
        row.getLong("version"),
        Pool.instant(row, "seen"),
        row.getString("person"),
        row.getBoolean("provided"));
  }

  private static List<String> codes(Collection<Role> roles) {
    return roles.stream().map(Role::code).sorted().toList();
  }

  private static String code(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
