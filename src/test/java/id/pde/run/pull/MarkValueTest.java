package id.pde.run.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.WatermarkSpec.LookBack;
import id.pde.model.Cell;
import id.pde.run.pull.MarkValue.Kind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkValueTest {

  private static final LookBack DAY = new LookBack(Duration.ofDays(1), 0);

  @ParameterizedTest
  @CsvSource({
    "TEXT, 2025-03-02 08:00:00, 2025-03-01 08:00:00",
    "TEXT, 2025-03-02T08:00:00.5, 2025-03-01T08:00:00.500",
    "TEXT, 2025-03-01, 2025-02-28",
    "DATE, 2025-03-01, 2025-02-28",
    "LOCAL, 2025-03-01T00:00, 2025-02-28T00:00",
    "INSTANT, 2025-03-01T00:00Z, 2025-02-28T00:00Z",
  })
  void goesBackADay(Kind kind, String text, String back) {
    assertThat(new MarkValue(kind, text).back(DAY)).isEqualTo(new MarkValue(kind, back));
  }

  @Test
  void numbersGoBackByNumbersAndOtherTextDoesNot() {
    assertThat(new MarkValue(Kind.NUMBER, "1000").back(new LookBack(Duration.ZERO, 10)).parameter())
        .isEqualTo(990L);
    assertThatThrownBy(() -> new MarkValue(Kind.TEXT, "abc").back(DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cellsAndValuesAreOrderedAlike() {
    Cell[] rising = {
      new Cell.Words("0000-00-00 00:00:00"),
      new Cell.Words("2030-01-01"),
      new Cell.Numeric("-2.5", null),
      new Cell.Numeric("18446744073709551615", null),
      new Cell.Moment(LocalDateTime.parse("2024-01-01T00:00")),
      new Cell.Moment(LocalDateTime.parse("2024-01-01T00:00:00.000001")),
      new Cell.Moment(OffsetDateTime.parse("2024-01-01T00:00+07:00")),
      new Cell.Moment(OffsetDateTime.parse("2024-01-01T00:00Z")),
    };
    for (int i = 1; i < rising.length; i++) {
      MarkValue lower = Objects.requireNonNull(MarkValue.of(rising[i - 1]));
      MarkValue higher = Objects.requireNonNull(MarkValue.of(rising[i]));
      assertThat(MarkOrder.compare(rising[i - 1], rising[i])).isNegative();
      assertThat(lower).isLessThan(higher);
      assertThat(Mark.higher(new Mark(higher, null), new Mark(lower, null)))
          .isEqualTo(new Mark(higher, null));
    }
  }
}
