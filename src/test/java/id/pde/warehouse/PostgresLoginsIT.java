package id.pde.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Issue;
import id.pde.run.Analysts.Added;
import id.pde.run.Logins.Dropped;
import id.pde.run.Logins.Known;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins that PDE made, listed and dropped; roles belong to the whole server, so each is new. */
class PostgresLoginsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final PostgresLogins logins = new PostgresLogins(database.connections());
  private String name = "";
  private String password = "";

  @BeforeEach
  void add() {
    name = "uji_" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    Added added = new PostgresAnalysts(database.connections()).add(name);
    password = ((Added.Made) added).login().password();
  }

  @AfterEach
  void drop() {
    logins.drop(name);
    assertThat(logins.list()).extracting(Known::name).doesNotContain(name);
  }

  private Connection openAsAnalyst() {
    ConnectionSettings login =
        new ConnectionSettings(database.settings().url(), name, new Password(password));
    return new Connections(login).open(Purpose.QUERY);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aLoginIsListedAndItsSessionsEndWithIt() throws SQLException {
    execute("GRANT SELECT ON pde.run TO " + name);
    try (Connection session = openAsAnalyst();
        Statement statement = session.createStatement()) {
      statement.execute("SELECT 1");
      Known known =
          logins.list().stream()
              .filter(login -> login.name().equals(name))
              .findFirst()
              .orElseThrow();
      assertThat(known.role()).isEqualTo("analyst");
      assertThat(known.since()).matches("\\d{4}-\\d\\d-\\d\\d");
      assertThat(known.connections()).isEqualTo(1);
      assertThat(logins.refusal(name)).isNull();
      assertThat(logins.drop(name)).isEqualTo(new Dropped.Done(1));
      assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> openAsAnalyst().close()).hasMessageStartingWith("database.login: ");
    assertThat(code(name)).isEqualTo("user.missing");
  }

  @Test
  void whatPdeDidNotMakeStays() throws SQLException {
    assertThat(code("pde")).isEqualTo("user.own");
    assertThat(code("pde_analyst")).isEqualTo("user.own");
    assertThat(code("postgres")).isEqualTo("user.foreign");
    String foreign = name + "_x";
    execute("CREATE ROLE " + foreign + " LOGIN IN ROLE pde_analyst");
    try {
      assertThat(code(foreign)).isEqualTo("user.foreign");
      assertThat(logins.list()).extracting(Known::name).contains(name).doesNotContain(foreign);
    } finally {
      execute("DROP ROLE " + foreign);
    }
  }

  @Test
  void whatItOwnsIsNotLost() throws SQLException {
    execute("CREATE SCHEMA milik");
    execute("GRANT " + name + " TO CURRENT_USER");
    execute("ALTER SCHEMA milik OWNER TO " + name);
    assertThat(code(name)).isEqualTo("user.owner");
    try (Connection session = openAsAnalyst()) {
      assertThat(session.isValid(5)).isTrue();
    }
    execute("ALTER SCHEMA milik OWNER TO CURRENT_USER");
    execute("DROP SCHEMA milik");
  }

  private String code(String login) {
    Issue refusal = logins.refusal(login);
    assertThat(logins.drop(login)).isEqualTo(new Dropped.Refused(Objects.requireNonNull(refusal)));
    return refusal.code();
  }
}
