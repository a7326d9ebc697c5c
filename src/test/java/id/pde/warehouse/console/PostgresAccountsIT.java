package id.pde.warehouse.console;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.account.Accounts.Fresh;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.ProvidedKey;
import id.pde.run.account.Role;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.Connections;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rights that several change at once, and accounts of one human. */
class PostgresAccountsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Rights ANALYST = rights(Role.ANALYST);
  private static final Rights ADMIN = rights(Role.ADMIN);

  private final Connections connections = database.connections();
  private final Pool pool = new Pool(() -> connections);
  private final PostgresAccounts accounts = new PostgresAccounts(pool);

  @BeforeEach
  void begin() {
    add("ana", ADMIN, "{bcrypt}x");
    add("budi", ADMIN, "{bcrypt}y");
    add("wati", ANALYST, ProvidedKey.of("https://a", "1"));
    add("wati2", ANALYST, ProvidedKey.of("https://b", "1"));
  }

  @AfterEach
  void close() {
    pool.run("TRUNCATE pde.account CASCADE");
    pool.close();
  }

  private static Rights rights(Role role) {
    return new Rights(Set.of(role), List.of(), false);
  }

  private void add(String name, Rights rights, String hash) {
    assertThat(accounts.add(new Fresh(name, name, rights, hash, Language.ID))).isTrue();
  }

  private Account account(String name) {
    return Objects.requireNonNull(accounts.find(name));
  }

  private static List<Boolean> atOnce(List<Callable<Boolean>> acts) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(acts.size());
    try {
      List<Boolean> ends = new ArrayList<>();
      for (Future<Boolean> end : people.invokeAll(acts)) {
        ends.add(end.get());
      }
      return ends;
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void ofTwoWhoReadTheSameAccountOneChangesIt() throws Exception {
    long read = account("wati").version();
    List<Boolean> ends =
        atOnce(
            List.of(
                () -> accounts.change("wati", ADMIN, read),
                () -> accounts.change("wati", rights(Role.OFFICER), read)));

    assertThat(ends).containsExactlyInAnyOrder(true, false);
    assertThat(account("wati").version()).isEqualTo(read + 1);
  }

  @Test
  void twoAdministratorsWhoTakeTheRightsOfOneAnotherLeaveOne() throws Exception {
    long ana = account("ana").version();
    long budi = account("budi").version();
    List<Boolean> ends =
        atOnce(
            List.of(
                () -> accounts.change("ana", ANALYST, ana),
                () -> accounts.change("budi", ANALYST, budi)));

    assertThat(ends).containsExactlyInAnyOrder(true, false);
    assertThat(accounts.list()).filteredOn(one -> one.is(Role.ADMIN)).hasSize(1);
  }

  @Test
  void accountsOfOneHumanAreKnownAsSuch() {
    assertThat(accounts.samePerson("wati", "ana")).isFalse();
    assertThat(accounts.samePerson("nobody", "nobody")).isTrue();
    assertThat(accounts.link("wati", "ana")).isTrue();
    assertThat(accounts.link("wati2", "ana")).isTrue();

    assertThat(accounts.samePerson("wati", "ana")).isTrue();
    assertThat(accounts.samePerson("wati", "wati2")).isTrue();
    assertThat(accounts.samePerson("wati", "budi")).isFalse();
    assertThat(new id.pde.warehouse.PostgresApprovals(database.connections()))
        .satisfies(
            approvals -> {
              assertThat(approvals.samePerson("ana", "wati")).isTrue();
              assertThat(approvals.samePerson("ana", "budi")).isFalse();
            });
    assertThat(account("wati").person()).isEqualTo("ana");
    assertThat(accounts.link("wati", null)).isTrue();
    assertThat(accounts.samePerson("wati", "ana")).isFalse();
  }

  @Test
  void onlyAccountsThatStandForThemselvesAreLinkedTo() {
    assertThat(accounts.link("wati", "wati")).isFalse();
    assertThat(accounts.link("wati", "nobody")).isFalse();
    assertThat(accounts.link("nobody", "ana")).isFalse();
    assertThat(accounts.link("wati", "ana")).isTrue();
    assertThat(accounts.link("wati2", "wati")).isFalse();
    assertThat(accounts.link("ana", "budi")).isFalse();
  }
}
