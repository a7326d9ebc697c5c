package id.pde.web.work;

import id.pde.model.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on in the background.
 *
 * @param who began it
 * @param subject {@code run 12} ...
 */
public record Work(UUID id, Text title, String who, String subject, Instant begun, State state) {

  /** How far it is. */
  public sealed interface State {

    /**
     * It goes on.
     *
     * @param step the last one that was reached; null: none yet
     * @param rows read so far
     * @param percent of the delivery; null: not known
     */
    record Going(@Nullable Text step, long rows, @Nullable Integer percent) implements State {}

    /**
     * It is over; its runs are in the ledger.
     *
     * @param notes what did not come to a run, and why
     */
    record Done(List<Long> runs, List<Text> notes) implements State {
      public Done {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
      }
    }

    /** It came to nothing. */
    record Stopped(Text message, Text fix) implements State {}
  }

  Work in(State other) {
    return new Work(id, title, who, subject, begun, other);
  }

  public boolean isOver() {
    return !(state instanceof State.Going);
  }
}
