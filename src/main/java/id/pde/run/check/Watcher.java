package id.pde.run.check;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One check, which sees the rows of one reading of a delivery pass. One thread. */
interface Watcher {

  /** Another table begins. */
  default void table(RowView view) {}

  /** The row whose values the view shows. */
  default void row(Seen seen) {}

  /** A row that is no data, such as a sum. */
  default void dropped(Row row) {}

  /** A record about the file. */
  default void frame(Frame which, Location place, List<String> fields) {}

  /** Nothing follows; tells what is wrong, and says how it came out. */
  CheckResult end(Earlier earlier, Consumer<Issue> issues);

  /**
   * A row of data.
   *
   * @param accepted whether it is a record
   * @param period that it speaks of; null: none
   */
  record Seen(Row row, RowView view, boolean accepted, @Nullable Period period) {
    @Nullable Object value(int column) {
      return view.values()[column];
    }
  }

  /** The value that a check had when its mapping was last loaded; null: never, or none. */
  interface Earlier extends Function<String, @Nullable BigDecimal> {}
}
