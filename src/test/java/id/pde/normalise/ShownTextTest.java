package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Cell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1|00|01
          24|0000|0024
          2.1|0.00|2.10
          2.25|0.0|2.3
          0|#|0
          0|0|0
          1234567.5|#,##0.00|1,234,567.50
          0.985|0.0%|98.5%
          -5|0;(0)|(5)
          -5|0.0|-5.0
          1500000|#,##0,|1,500
          357401|00.00.00|357401
          357401|00\\.00\\.00|35.74.01
          7|"No. "000|No. 007
          12|General|12
          12|# ?/?|12
          2.5|0.##|2.5
          """)
  void showsWhatASheetShows(String exact, String format, String shown) {
    assertThat(ShownText.of(new Cell.Numeric(exact, format))).isEqualTo(shown);
  }
}
