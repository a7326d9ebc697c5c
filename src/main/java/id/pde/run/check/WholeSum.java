package id.pde.run.check;

import id.pde.run.check.TotalRowSum.Comparison;
import id.pde.run.check.TotalRowSum.Stated;
import id.pde.run.check.TotalRowSum.Sums;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a whole table: the first one stated where it stands above all data, else the last one.
 * Where sums of parts stand between the data, the last one is such a sum, too, unless it follows
 * another one.
 */
final class WholeSum implements Sums {

  private final Consumer<Comparison> taker;
  private BigDecimal sum = BigDecimal.ZERO;
  private boolean data;
  private boolean dataSince;
  private boolean parts;
  private @Nullable Stated above;
  private @Nullable Stated below;
  private boolean belowAnother;

  WholeSum(Consumer<Comparison> taker) {
    this.taker = taker;
  }

  @Override
  public void row(@Nullable Object group, BigDecimal amount) {
    sum = sum.add(amount);
    parts |= below != null;
    data = true;
    dataSince = true;
  }

  @Override
  public void stated(Stated stated) {
    if (!data) {
      above = above == null ? stated : above;
      return;
    }
    belowAnother = below != null && !dataSince;
    below = stated;
    dataSince = false;
  }

  @Override
  public void end() {
    Stated stated = above;
    if (stated == null && !dataSince && (!parts || belowAnother)) {
      stated = below;
    }
    if (stated != null) {
      taker.accept(new Comparison(sum, stated, null));
    }
  }
}
