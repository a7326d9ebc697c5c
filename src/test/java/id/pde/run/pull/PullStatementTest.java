package id.pde.run.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PullStatementTest {

  @Test
  void takesParametersOutsideOfQuotesAndComments() {
    PullStatement.Reading reading =
        PullStatement.read("SELECT ':?a', x::text -- :?b\nFROM t /* :?c */ WHERE y >= :?since;");

    assertThat(reading.fault()).isNull();
    assertThat(reading.statement().names()).containsExactly("since");
    assertThat(reading.statement().sql())
        .isEqualTo("SELECT ':?a', x::text -- :?b\nFROM t /* :?c */ WHERE y >= ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        " select 1 ; ",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "-- x\nSELECT 1; -- y",
        "(SELECT 1) UNION (SELECT 2)",
        "VALUES (1)"
      })
  void takesWhatOnlyReads(String sql) {
    assertThat(PullStatement.read(sql).fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "DELETE FROM t",
        "SELECT 1; DELETE FROM t",
        "SELECT 1;'x'",
        "COMMIT",
        "SET x = 1",
        "/* SELECT */ UPDATE t SET a = 1"
      })
  void refusesWhatDoesNot(String sql) {
    assertThat(PullStatement.read(sql).fault()).isNotNull();
  }
}
