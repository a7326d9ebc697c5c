package id.pde.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsIT {

  private static final String PREPARED =
      "SELECT count(*) FROM pg_prepared_statements WHERE name = 'known'";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void sessionsSpeakTheZoneOfTheCity() throws SQLException {
    try (Connection connection = database.open()) {
      assertThat(show(connection, "TimeZone")).isEqualTo("Asia/Jakarta");
      assertThat(show(connection, "application_name")).isEqualTo("pde");
      assertThat(show(connection, "server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void sessionsSpeakTheZoneThatWasAskedFor() throws SQLException {
    assertThat(hourOfEpochIn(ZoneId.of("Asia/Jayapura"))).isEqualTo("09");
    assertThat(hourOfEpochIn(ZoneOffset.ofHours(8))).isEqualTo("08");
    assertThat(hourOfEpochIn(ZoneOffset.UTC)).isEqualTo("00");
  }

  @Test
  void pooledSessionsAreSetUpAlike() throws SQLException {
    try (var pool = database.connections().pool(2);
        Connection connection = pool.getConnection()) {
      assertThat(show(connection, "TimeZone")).isEqualTo("Asia/Jakarta");
      assertThat(show(connection, "application_name")).isEqualTo("pde");
    }
  }

  @Test
  void whatIsGivenBackServesAgainWithNothingLeftInIt() throws SQLException {
    Connections connections = new Connections(database.settings());
    connections.reuse();
    Connection first = connections.openLoading("a");
    String backend = ask(first, "SELECT pg_backend_pid()");
    first.setAutoCommit(false);
    try (Statement statement = first.createStatement()) {
      statement.execute("SET lock_timeout = '7s'");
      statement.execute("SET TIME ZONE 'America/Lima'");
      statement.execute("CREATE TEMPORARY TABLE sisa (kode text)");
      statement.execute("SELECT pg_advisory_lock(4711)");
    }
    first.commit();
    connections.giveBack(first, "a");

    try (Connection second = connections.openLoading("a")) {
      assertThat(ask(second, "SELECT pg_backend_pid()")).isEqualTo(backend);
      assertThat(second.getAutoCommit()).isTrue();
      assertThat(show(second, "lock_timeout")).isEqualTo("0");
      assertThat(show(second, "TimeZone")).isEqualTo("Asia/Jakarta");
      assertThat(show(second, "application_name")).isEqualTo("pde");
      assertThat(ask(second, "SELECT to_regclass('pg_temp.sisa') IS NULL")).isEqualTo("t");
      assertThat(
              ask(
                  second,
                  "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711"))
          .isEqualTo("0");
    }
    connections.rest();
  }

  @Test
  void statementsAreKnownToTheSameWorkOnly() throws SQLException {
    Connections connections = new Connections(database.settings());
    connections.reuse();
    Connection first = connections.openLoading("a");
    String backend = ask(first, "SELECT pg_backend_pid()");
    try (Statement statement = first.createStatement()) {
      statement.execute("PREPARE known AS SELECT 1");
    }
    connections.giveBack(first, "a");
    Connection again = connections.openLoading("a");
    assertThat(ask(again, "SELECT pg_backend_pid()")).isEqualTo(backend);
    assertThat(ask(again, PREPARED)).isEqualTo("1");
    connections.giveBack(again, "a");

    try (Connection other = connections.openLoading("b")) {
      assertThat(ask(other, "SELECT pg_backend_pid()")).isEqualTo(backend);
      assertThat(ask(other, PREPARED)).isEqualTo("0");
      assertThat(show(other, "plan_cache_mode")).isEqualTo("force_custom_plan");
    }
    connections.rest();
  }

  @Test
  void ofThoseThatWaitTheOneOfTheSameWorkIsGiven() throws SQLException {
    Connections connections = new Connections(database.settings());
    connections.reuse();
    Connection one = connections.openLoading("a");
    Connection two = connections.openLoading("b");
    String ofA = ask(one, "SELECT pg_backend_pid()");
    connections.giveBack(one, "a");
    connections.giveBack(two, "b");

    try (Connection again = connections.openLoading("a")) {
      assertThat(ask(again, "SELECT pg_backend_pid()")).isEqualTo(ofA);
    }
    connections.rest();
  }

  @Test
  void whatWasCutWhileItWaitedIsNotGivenAgain() throws Exception {
    Connections connections = new Connections(database.settings());
    connections.reuse();
    Connection first = connections.openLoading("a");
    String backend = ask(first, "SELECT pg_backend_pid()");
    connections.giveBack(first, "a");
    try (Connection other = database.open()) {
      ask(other, "SELECT pg_terminate_backend(" + backend + ", 5000)");
    }
    // One that waited longer than this is asked whether it lives.
    TimeUnit.MILLISECONDS.sleep(600);

    try (Connection second = connections.openLoading("a")) {
      assertThat(ask(second, "SELECT pg_backend_pid()")).isNotEqualTo(backend);
    }
    connections.rest();
  }

  private static String hourOfEpochIn(ZoneId zone) throws SQLException {
    Connections connections = new Connections(database.settings(), zone);
    try (Connection connection = connections.open(Purpose.LOADING)) {
      return ask(connection, "SELECT to_char(to_timestamp(0), 'HH24')");
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    return ask(connection, "SHOW " + setting);
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
