package id.pde.run.check;

import id.pde.codes.CodeLists;
import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.Row;
import id.pde.run.check.Watcher.Earlier;
import id.pde.run.check.Watcher.Seen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of a mapping that look at all rows of a delivery. One reading, one thread. */
public final class DeliveryWatch {

  private final List<Watcher> watchers = new ArrayList<>();
  private RowView view = RowView.NONE;

  public DeliveryWatch(Mapping mapping, CodeLists codes, String delivery) {
    for (DeliveryCheck check : mapping.checks()) {
      if (check instanceof DeliveryCheck.Sum sum) {
        watchers.add(
            sum.stated() instanceof DeliveryCheck.Stated.InFrame frame
                ? new FrameSum(mapping, sum, frame, delivery)
                : new TotalRowSum(mapping, sum, delivery));
      } else if (check instanceof DeliveryCheck.Within within) {
        watchers.add(new LastLoad(mapping, within, delivery));
      } else if (check instanceof DeliveryCheck.Complete complete) {
        watchers.add(new Completeness(mapping, complete, codes, delivery));
      }
    }
  }

  /** Whether there is anything to look at. */
  public boolean idle() {
    return watchers.isEmpty();
  }

  /** Another table begins. */
  public void table(RowView next) {
    view = next;
    watchers.forEach(watcher -> watcher.table(next));
  }

  /**
   * A row of data, just checked.
   *
   * @param accepted whether it is a record
   * @param period that it speaks of; null: none
   */
  public void row(Row row, boolean accepted, @Nullable Period period) {
    if (!watchers.isEmpty()) {
      Seen seen = new Seen(row, view, accepted, period);
      for (Watcher watcher : watchers) {
        watcher.row(seen);
      }
    }
  }

  /** A row that the layout took for a sum, a remark or the like. */
  public void dropped(Row row) {
    watchers.forEach(watcher -> watcher.dropped(row));
  }

  /** A record about the file. */
  public void frame(Frame which, Location place, List<String> fields) {
    watchers.forEach(watcher -> watcher.frame(which, place, fields));
  }

  /**
   * The delivery was read to its end.
   *
   * @param earlier the value that a check had when the mapping was last loaded; null: none
   * @param issues takes what does not hold
   */
  public List<CheckResult> end(
      Function<String, @Nullable BigDecimal> earlier, Consumer<Issue> issues) {
    Earlier asked = earlier::apply;
    return watchers.stream().map(watcher -> watcher.end(asked, issues)).toList();
  }
}
