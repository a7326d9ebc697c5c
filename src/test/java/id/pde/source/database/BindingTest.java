package id.pde.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.pull.Pull;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of database is given to compare with. */
class BindingTest {

  private static String bound(Dialect dialect, Object value) throws Exception {
    List<String> calls = new ArrayList<>();
    PreparedStatement statement =
        (PreparedStatement)
            Proxy.newProxyInstance(
                BindingTest.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                  calls.add(method.getName() + " " + arguments[1]);
                  return null;
                });
    Pull pull = new Pull("x", "SELECT 1", Map.of("since", value), Pull.Limits.DEFAULT);
    new Binding(dialect, pull, List.of("since")).set(statement);
    return String.join(", ", calls);
  }

  /** As SQL Server rounds a value that is cast to datetime: to thirds of a hundredth. */
  private static long tick(LocalDateTime moment) {
    long nanos = moment.toLocalTime().toNanoOfDay();
    return Math.round(nanos * 3 / 10_000_000.0);
  }

  @Test
  void noRowOfADatetimeIsLowerThanItsOwnMark() throws Exception {
    LocalDateTime day = LocalDateTime.of(2025, 3, 1, 8, 30);
    for (long third = 0; third < 300; third++) {
      // What the column holds exactly, and what the driver tells of it.
      long held = third * 10_000_000L / 3;
      LocalDateTime told = day.plusNanos(Math.round(held / 1_000_000.0) * 1_000_000);
      String sent = bound(Dialect.SQLSERVER, told);
      LocalDateTime since = LocalDateTime.parse(sent.substring("setObject ".length()));

      assertThat(since).isBeforeOrEqualTo(day.plusNanos(held));
      assertThat(tick(since)).as("cast to datetime").isEqualTo(tick(day) + third);
    }
  }

  @Test
  void finerMomentsOfSqlServerAreComparedAsTheyAre() throws Exception {
    for (String moment : List.of("2025-03-01T08:30", "2025-03-01T08:30:00.123456700")) {
      assertThat(bound(Dialect.SQLSERVER, LocalDateTime.parse(moment)))
          .isEqualTo("setObject " + moment);
    }
    assertThat(bound(Dialect.SQLSERVER, LocalDate.of(2025, 3, 1)))
        .isEqualTo("setObject 2025-03-01");
    assertThat(bound(Dialect.SQLSERVER, OffsetDateTime.parse("2025-03-01T08:30:00.007Z")))
        .isEqualTo("setObject 2025-03-01T08:30:00.007Z");
  }

  @Test
  void theFirstPullByATextOfOracleComparesWithMoreThanNothing() throws Exception {
    assertThat(bound(Dialect.ORACLE, "")).isEqualTo("setString \u0001");
    assertThat(bound(Dialect.ORACLE, "A1")).isEqualTo("setString A1");
    assertThat(bound(Dialect.POSTGRESQL, "")).isEqualTo("setString ");
  }

  @ParameterizedTest
  @CsvSource({
    "ORACLE, setObject 2025-03-01T08:30:00.007",
    "POSTGRESQL, setObject 2025-03-01T08:30:00.007",
    "MARIADB, setString 2025-03-01 08:30:00.007000",
    "SQLITE, setString 2025-03-01 08:30:00.007000"
  })
  void momentsOfOthersStayWhatTheyAre(Dialect dialect, String sent) throws Exception {
    assertThat(bound(dialect, LocalDateTime.parse("2025-03-01T08:30:00.007"))).isEqualTo(sent);
  }
}
