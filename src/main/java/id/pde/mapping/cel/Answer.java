package id.pde.mapping.cel;

import dev.cel.common.values.NullValue;
import id.pde.model.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of an expression for one row. */
public sealed interface Answer {

  Answer YES = new Value(true);
  Answer NO = new Value(false);

  /** A value: String, Long, BigDecimal, LocalDate, Instant, Boolean; null: none. */
  record Value(@Nullable Object value) implements Answer {}

  /**
   * None: the values at hand do not fit. Names no value.
   *
   * @param column that is empty; empty: another reason
   */
  record Failed(Text message, Text fix, Optional<String> column) implements Answer {}

  static Answer of(@Nullable Object found) {
    if (found instanceof Boolean truth) {
      return truth ? YES : NO;
    }
    if (found instanceof Exact exact) {
      return new Value(exact.value());
    }
    return new Value(found instanceof NullValue ? null : found);
  }
}
