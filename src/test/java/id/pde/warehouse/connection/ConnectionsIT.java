package id.pde.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectionsIT {

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
