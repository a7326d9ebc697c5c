package id.pde.run.timetable;

import java.time.Instant;
import java.util.List;

/**
 * What is to become of the fires up to a moment.
 *
 * @param asks to be run
 * @param left left out
 * @param dropped open ones that are left out after all
 * @param until all fires up to then are decided on
 */
public record Decision(List<Ask> asks, List<LeftOut> left, List<Dropped> dropped, Instant until) {

  public Decision {
    asks = List.copyOf(asks);
    left = List.copyOf(left);
    dropped = List.copyOf(dropped);
  }

  /** Nothing is to be done. */
  public static Decision none(Instant until) {
    return new Decision(List.of(), List.of(), List.of(), until);
  }

  /**
   * Fires that do not happen.
   *
   * @param last the last of them
   * @param number how many
   * @param why a code of {@link Why}
   */
  public record LeftOut(Instant last, int number, String why) {}

  /** An open fire that does not happen. */
  public record Dropped(Instant planned, String why) {}

  /**
   * What is known of a schedule when it is decided.
   *
   * @param open its fires that are not over, the oldest first
   */
  public record Standing(Kept kept, List<Open> open) {
    public Standing {
      open = List.copyOf(open);
    }
  }

  /**
   * A fire that is not over.
   *
   * @param running whether a node has it
   * @param why what it waits for; empty: for nothing that is known
   */
  public record Open(Ask ask, boolean running, String why) {}
}
