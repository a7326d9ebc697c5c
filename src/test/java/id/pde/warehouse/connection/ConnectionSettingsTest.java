package id.pde.warehouse.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.TargetUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSettingsTest {

  private static ConnectionSettings settings(String url) {
    return new ConnectionSettings(url, "pde", new Password("rahasia"));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.kota.go.id:5433/gudang, db.kota.go.id:5433/gudang",
    "jdbc:postgresql://db.kota.go.id/gudang?sslmode=require, db.kota.go.id:5432/gudang",
    "postgresql://db.kota.go.id/gudang, db.kota.go.id:5432/gudang",
    "postgres://db.kota.go.id/gudang, db.kota.go.id:5432/gudang",
    "jdbc:mysql://db/gudang, PDE_DB_URL"
  })
  void namesThePlace(String url, String place) {
    assertThat(settings(url).place()).isEqualTo(place);
  }

  @Test
  void printsNothingSecret() {
    assertThat(settings("jdbc:postgresql://db/gudang?user=x&password=hunter2"))
        .hasToString("ConnectionSettings[db:5432/gudang, user=pde, password=[REDACTED]]");
  }

  @Test
  void keepsParametersWithAnotherDatabase() {
    assertThat(settings("jdbc:postgresql://db:1/gudang?sslmode=require").database("lain").url())
        .isEqualTo("jdbc:postgresql://db:1/lain?sslmode=require");
  }

  @Test
  void saysThatAnAddressIsNotUnderstood() {
    assertThatThrownBy(
            () -> new Connections(settings("jdbc:mysql://db/gudang")).open(Purpose.QUERY))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessage("database.address: The database address in PDE_DB_URL is not understood");
  }

  @Test
  void saysThatADatabaseCannotBeReached() {
    assertThatThrownBy(
            () ->
                new Connections(settings("jdbc:postgresql://127.0.0.1:1/gudang"))
                    .open(Purpose.QUERY))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessage("database.unreachable: The database 127.0.0.1:1/gudang cannot be reached");
  }
}
