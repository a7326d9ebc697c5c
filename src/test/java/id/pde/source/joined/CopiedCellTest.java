package id.pde.source.joined;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Cell;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CopiedCellTest {

  /** What a delivery holds, and what comes back of it when nobody changes it. */
  static Stream<Arguments> untouched() {
    return Stream.of(
        Arguments.of(words("a\r\nb"), words("a\nb")),
        Arguments.of(words("a\rb"), words("a\nb")),
        Arguments.of(words("_x0041_"), words("A")),
        Arguments.of(words("a\u0001b"), words("a?b")),
        Arguments.of(words("a\uD800b"), words("a?b")),
        Arguments.of(words("x".repeat(40_000)), words("x".repeat(32_767))),
        Arguments.of(words(""), Cell.BLANK),
        Arguments.of(Cell.UNCALCULATED, Cell.BLANK),
        Arguments.of(number("0.1"), number("0.1000000000000000055")),
        Arguments.of(number("12345678901234567890"), words("12345678901234600000")),
        Arguments.of(new Cell.Failure("#GETTING_DATA"), words("#GETTING_DATA")),
        Arguments.of(new Cell.Failure("#N/A"), new Cell.Failure("#N/A")),
        Arguments.of(
            new Cell.Moment(LocalDate.of(2025, 1, 31)),
            new Cell.Moment(LocalDateTime.of(2025, 1, 31, 0, 0))),
        Arguments.of(new Cell.Moment(LocalDate.of(1899, 1, 1)), words("1899-01-01")),
        Arguments.of(
            new Cell.Moment(LocalTime.of(8, 30)), new Cell.Moment(LocalTime.of(8, 30, 0, 400))),
        Arguments.of(new Cell.Logical(true), new Cell.Logical(true)));
  }

  @ParameterizedTest
  @MethodSource("untouched")
  void whatNobodyChangedIsTheSame(Cell sent, Cell returned) {
    assertThat(CopiedCell.written(sent)).isEqualTo(CopiedCell.returned(returned));
    Cell[] before = {Cell.BLANK, sent};
    Cell[] after = {Cell.BLANK, returned, Cell.BLANK};
    assertThat(CopiedCell.rowForm(before, false)).isEqualTo(CopiedCell.rowForm(after, true));
  }

  static Stream<Arguments> changed() {
    return Stream.of(
        Arguments.of(words("1"), number("1")),
        Arguments.of(words("a"), words("A")),
        Arguments.of(words("a"), Cell.BLANK),
        Arguments.of(number("3374010101900001"), words("3374010101900002")),
        Arguments.of(number("1"), new Cell.Logical(true)));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void whatSomebodyChangedIsAnother(Cell sent, Cell returned) {
    assertThat(CopiedCell.written(sent)).isNotEqualTo(CopiedCell.returned(returned));
  }

  @Test
  void theColumnOfAValueCounts() {
    Cell[] first = {words("a"), Cell.BLANK};
    Cell[] second = {Cell.BLANK, words("a")};
    assertThat(CopiedCell.rowForm(first, false)).isNotEqualTo(CopiedCell.rowForm(second, false));
  }

  private static Cell words(String text) {
    return new Cell.Words(text);
  }

  private static Cell number(String exact) {
    return new Cell.Numeric(exact, null);
  }
}
