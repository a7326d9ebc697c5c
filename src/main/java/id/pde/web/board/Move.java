package id.pde.web.board;

import id.pde.run.board.Panel.Good;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a value differs from the one before it.
 *
 * @param by null: nothing is known of the one before
 * @param tone {@code good}, {@code bad} or {@code calm}
 */
public record Move(@Nullable BigDecimal by, String tone) {

  private static final Move UNKNOWN = new Move(null, "calm");

  static Move of(Figure figure, @Nullable Good good) {
    Cell now;
    Cell before;
    int rows = figure.rows().size();
    if (figure.has("before")) {
      now = figure.at(0, "value");
      before = figure.at(0, "before");
    } else if (figure.has("period") && rows > 1) {
      now = figure.at(rows - 1, "value");
      before = figure.at(rows - 2, "value");
    } else {
      return UNKNOWN;
    }
    BigDecimal newest = now.number();
    BigDecimal older = before.number();
    if (newest == null || older == null) {
      return UNKNOWN;
    }
    BigDecimal by = newest.subtract(older);
    if (good == null || by.signum() == 0) {
      return new Move(by, "calm");
    }
    boolean better = (by.signum() > 0) == (good == Good.UP);
    return new Move(by, better ? "good" : "bad");
  }

  /** An arrow; words stand beside it. */
  public String sign() {
    if (by == null || by.signum() == 0) {
      return "=";
    }
    return by.signum() > 0 ? "▲" : "▼";
  }

  /** How much, without a sign. */
  public BigDecimal size() {
    return by == null ? BigDecimal.ZERO : by.abs();
  }
}
