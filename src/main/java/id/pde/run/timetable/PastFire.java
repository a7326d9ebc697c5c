package id.pde.run.timetable;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fire in the history, or one that is not over.
 *
 * @param state where it stands
 * @param outcome of the run that ended worst, {@code done} or {@code skipped}; null: it is not over
 */
public record PastFire(Ask ask, State state, @Nullable String outcome, List<Long> runs) {

  public PastFire {
    runs = List.copyOf(runs);
  }

  /**
   * Where it stands.
   *
   * @param standsFor so many planned fires; more than one only where they were left out
   * @param why what it waits for, or why it was left out; null: for nothing
   * @param node that has it, or had it last; null: none has
   * @param running whether a node has it now
   */
  public record State(
      int standsFor,
      @Nullable String why,
      @Nullable String node,
      boolean running,
      @Nullable Instant started,
      @Nullable Instant ended) {}
}
