package id.pde.run.event;

import java.util.List;
import java.util.Set;

/**
 * Committed runs that receivers have not taken yet; kept in the database, so nothing is forgotten.
 */
public interface RunEvents {

  /** What a receiver has not taken yet, the oldest first. A new receiver hears from now on. */
  List<RunEvent> untold(Receiver receiver, int most);

  /** A receiver took an event. */
  void told(Receiver receiver, RunEvent event);

  /**
   * Who listens to what.
   *
   * @param name stays the same through restarts
   * @param outcomes their codes; none: all
   * @param agency whose runs; empty: of all
   */
  record Receiver(String name, Set<String> outcomes, String agency) {
    public Receiver {
      outcomes = Set.copyOf(outcomes);
    }
  }
}
