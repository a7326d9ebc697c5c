package id.pde.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Text;
import id.pde.run.TargetUnavailable;
import id.pde.warehouse.connection.ServerCheck.Facts;
import id.pde.warehouse.connection.ServerCheck.Writing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCheckTest {

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18})
  void takesTheVersionsThatAreTested(int major) {
    assertThat(ServerCheck.judge("h:5432/pde", new Facts(major, "UTF8", Writing.ALLOWED)))
        .isEmpty();
  }

  @Test
  void takesANewerServerWithANote() {
    assertThat(ServerCheck.judge("h:5432/pde", new Facts(19, "UTF8", Writing.ALLOWED)))
        .containsExactly(
            new Text(
                "Server h:5432/pde adalah PostgreSQL 19, lebih baru dari yang diuji",
                "The server h:5432/pde is PostgreSQL 19, newer than those tested"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          14 | UTF8      | ALLOWED | database.version: The server h:5432/pde is PostgreSQL 14; PDE needs 15 to 18
          16 | SQL_ASCII | ALLOWED | database.encoding: The database h:5432/pde has encoding SQL_ASCII, not UTF8
          18 | UTF8      | REFUSED | database.read_only: The database h:5432/pde is read-only (a replica, or in recovery)
          """)
  void refusesAServerThatCannotHoldAWarehouse(
      int major, String encoding, Writing writing, String message) {
    assertThatThrownBy(() -> ServerCheck.judge("h:5432/pde", new Facts(major, encoding, writing)))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessage(message);
  }
}
