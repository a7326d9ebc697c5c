package id.pde.warehouse.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyOrderTest {

  private static Arguments of(boolean ascends, Object... keys) {
    return Arguments.of(ascends, List.of(keys));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        of(true),
        of(true, List.of(5L)),
        of(true, List.of(5L), List.of(5L), List.of(6L)),
        of(false, List.of(5L), List.of(4L), List.of(6L)),
        of(true, List.of("a"), List.of("b")),
        of(false, List.of("b"), List.of("a")),
        of(true, List.of("a", 9L), List.of("b", 1L), List.of("b", 2L)),
        of(false, List.of("a", 9L), List.of("b", 2L), List.of("b", 1L)),
        of(true, List.of(LocalDate.EPOCH), List.of(LocalDate.EPOCH.plusDays(1))),
        of(false, List.of(LocalDate.EPOCH), List.of(LocalDate.EPOCH.minusDays(1))),
        of(false, List.of(true), List.of(true)),
        of(false, List.of(1L), List.of("1")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void saysWhetherKeysAscend(boolean ascends, List<List<Object>> keys) {
    KeyOrder order = new KeyOrder(keys.isEmpty() ? 1 : keys.get(0).size());
    for (List<Object> key : keys) {
      for (int i = 0; i < key.size(); i++) {
        order.next(i, key.get(i));
      }
    }
    assertThat(order.ascends()).isEqualTo(ascends);
  }
}
