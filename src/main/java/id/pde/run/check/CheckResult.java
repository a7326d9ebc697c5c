package id.pde.run.check;

import id.pde.model.Severity;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a check of a delivery came out.
 *
 * @param value what was found, such as a sum; null: the check has no number
 * @param expected what it was compared with; null: nothing
 * @param faults rows, groups or sums at fault
 */
public record CheckResult(
    String name,
    Severity severity,
    Verdict verdict,
    @Nullable BigDecimal value,
    @Nullable BigDecimal expected,
    long faults) {

  /** What came of it. */
  public enum Verdict {
    HELD,
    BROKEN,
    /** There was nothing to compare with. */
    OPEN;

    /** As the ledger and JSON name it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
