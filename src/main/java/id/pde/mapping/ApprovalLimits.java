package id.pde.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery may do to its table without a second person.
 *
 * @param rows rows that are added, changed or deleted; null: any number
 * @param changed share of the present rows that change, 0 to 1; null: any
 * @param deleted share of the present rows that go, 0 to 1; null: any
 */
public record ApprovalLimits(
    @Nullable Long rows, @Nullable BigDecimal changed, @Nullable BigDecimal deleted) {

  /** Nobody is asked. */
  public static final ApprovalLimits NONE = new ApprovalLimits(null, null, null);

  /** Whether the rows that the table has before have to be counted. */
  public boolean asksForShares() {
    return changed != null || deleted != null;
  }
}
