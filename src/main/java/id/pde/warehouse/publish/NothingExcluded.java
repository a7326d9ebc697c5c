package id.pde.warehouse.publish;

import id.pde.run.Warehouse.Exclusion;
import id.pde.run.Warehouse.Exclusions;
import org.jspecify.annotations.Nullable;

/** The walk over no exclusions. */
final class NothingExcluded implements Exclusions {

  @Override
  public @Nullable Exclusion next() {
    return null;
  }

  @Override
  public void close() {}
}
