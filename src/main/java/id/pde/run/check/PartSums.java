package id.pde.run.check;

import id.pde.run.check.TotalRowSum.Comparison;
import id.pde.run.check.TotalRowSum.Stated;
import id.pde.run.check.TotalRowSum.Sums;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sums of groups of rows that follow each other: each below its group, or above it where the
 * first one of the table stands above all data. A group without one is not compared.
 */
final class PartSums implements Sums {

  private final Consumer<Comparison> taker;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable Object group;
  private boolean data;
  private boolean open;
  private boolean above;
  private @Nullable Stated heading;

  PartSums(Consumer<Comparison> taker) {
    this.taker = taker;
  }

  @Override
  public void row(@Nullable Object name, BigDecimal amount) {
    // A row whose group cannot be read belongs to the one before.
    if (open && name != null && group != null && !name.equals(group)) {
      close();
    }
    group = name == null ? group : name;
    sum = sum.add(amount);
    data = true;
    open = true;
  }

  @Override
  public void stated(Stated stated) {
    above |= !data;
    if (above) {
      close();
      heading = stated;
    } else if (open) {
      taker.accept(new Comparison(sum, stated, group));
      forget();
    }
  }

  @Override
  public void end() {
    close();
  }

  private void close() {
    Stated stated = heading;
    if (open && stated != null) {
      taker.accept(new Comparison(sum, stated, group));
    }
    forget();
  }

  private void forget() {
    heading = null;
    sum = BigDecimal.ZERO;
    group = null;
    open = false;
  }
}
