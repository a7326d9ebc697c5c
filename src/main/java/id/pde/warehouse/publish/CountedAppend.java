package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.run.Warehouse.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan of rows without a key: every one would be added. */
final class CountedAppend implements RowPath {

  private long accepted;

  @Override
  public void accept(Record record, @Nullable Period period, List<@Nullable Long> marks) {
    accepted++;
  }

  @Override
  public void copied() {}

  @Override
  public Settlement settle() {
    Counts counts = new Counts(0, accepted, 0, 0, accepted, 0, 0, 0, 0);
    return new Settlement(counts, 0, new NothingExcluded());
  }

  @Override
  public Written write() {
    throw new IllegalStateException("a plan is never published");
  }

  @Override
  public void close() {}
}
