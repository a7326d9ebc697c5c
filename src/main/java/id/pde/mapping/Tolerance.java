package id.pde.mapping;

import java.math.BigDecimal;

/**
 * How much a delivery may be at fault before it is refused.
 *
 * @param rejects share of accepted + rejected, 0 to 1
 * @param rejectRows the stricter of this and {@code rejects} counts
 * @param shrink for replace: share of the present rows that may vanish, 0 to 1
 */
public record Tolerance(BigDecimal rejects, long rejectRows, BigDecimal shrink, Empty empty) {

  public static final Tolerance DEFAULT =
      new Tolerance(new BigDecimal("0.05"), 500, new BigDecimal("0.20"), Empty.REFUSE);

  /** What a delivery without rows means. */
  public enum Empty {
    /** Refused. */
    REFUSE,
    /** Loaded as no rows. */
    ACCEPT
  }
}
