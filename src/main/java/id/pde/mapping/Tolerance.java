package id.pde.mapping;

import java.math.BigDecimal;

/**
 * How much a delivery may be at fault, or may do to its table, before it is refused or held.
 *
 * @param rejects share of accepted + rejected, 0 to 1
 * @param rejectRows the stricter of this and {@code rejects} counts
 * @param shrink for replace: share of the present rows that may vanish, 0 to 1
 * @param beyond what becomes of a delivery that exceeds one of these
 */
public record Tolerance(
    BigDecimal rejects,
    long rejectRows,
    BigDecimal shrink,
    Empty empty,
    Beyond beyond,
    ApprovalLimits approve) {

  public static final Tolerance DEFAULT =
      new Tolerance(new BigDecimal("0.05"), 500, new BigDecimal("0.20"), Empty.REFUSE);

  /** One that holds no delivery. */
  public Tolerance(BigDecimal rejects, long rejectRows, BigDecimal shrink, Empty empty) {
    this(rejects, rejectRows, shrink, empty, Beyond.REFUSE, ApprovalLimits.NONE);
  }

  /** What a delivery without rows means. */
  public enum Empty {
    /** Refused. */
    REFUSE,
    /** Waits for a second person. */
    HOLD,
    /** Loaded as no rows. */
    ACCEPT
  }

  /** What a delivery comes to that exceeds a limit. */
  public enum Beyond {
    REFUSE,
    /** It waits for a second person. */
    HOLD
  }
}
