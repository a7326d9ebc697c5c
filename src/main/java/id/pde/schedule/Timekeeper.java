package id.pde.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what routes begin with and runs it on time. */
public interface Timekeeper {

  /** A route begins with a schedule; one of the same name is replaced. */
  void bring(Schedule schedule, Task task);

  /** The route of a schedule ends; a run under way goes on. */
  void leave(String name);

  /** What a schedule wakes. */
  interface Task {
    /** Does the work once; never throws for data or sources that are faulty. */
    Done run(Order order);
  }

  /**
   * A fire to work on.
   *
   * @param period of the data that are wanted; null: the route knows
   */
  record Order(String schedule, Instant planned, @Nullable String period) {}

  /**
   * What came of it.
   *
   * @param outcome of the run that ended worst; {@code done} where there was none, {@code failed}
   *     where the route broke off
   * @param failure without values of the data; empty: there was none
   */
  record Done(String outcome, List<Long> runs, String failure) {
    public Done {
      runs = List.copyOf(runs);
    }
  }
}
