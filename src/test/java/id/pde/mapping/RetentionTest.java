package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

  @Test
  void readsYearsMonthsAndDays() {
    assertThat(Retention.of("5y")).contains(Period.ofYears(5));
    assertThat(Retention.of(" 18m ")).contains(Period.ofMonths(18));
    assertThat(Retention.of("90d")).contains(Period.ofDays(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "y", "0d", "5 tahun", "-1y", "12345y"})
  void isNoTime(String text) {
    assertThat(Retention.of(text)).isEmpty();
  }
}
