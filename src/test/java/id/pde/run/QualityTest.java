package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Counts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "100,0,0,100.0",
        "95,5,0,95.0",
        "95,5,5,90.0",
        "9999,1,0,99.9",
        "0,7,0,0.0",
        "0,0,0,-"
      })
  void countsRowsThatNothingIsSaidAbout(
      long accepted, long rejected, long warned, @Nullable BigDecimal clean) {
    Counts counts =
        new Counts(accepted + rejected + 3, accepted, rejected, 3, accepted, 0, 0, 0, warned);

    assertThat(Quality.clean(counts)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"99.0,95.5,+3.5", "90.0,95.5,-5.5", "90.0,90.0,0.0", "90.0,-,''", "-,90.0,''"})
  void saysWhatChangedSinceTheRunBefore(
      @Nullable BigDecimal now, @Nullable BigDecimal before, String trend) {
    assertThat(Quality.trend(now, before)).isEqualTo(trend);
  }
}
