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
   * @param reminders states of submissions it is reminded of; with these alone it hears of no run
   * @param agency whose runs and submissions; empty: of all
   */
  record Receiver(String name, Set<String> outcomes, Set<Reminder.State> reminders, String agency) {
    public Receiver {
      outcomes = Set.copyOf(outcomes);
      reminders = Set.copyOf(reminders);
    }

    /** Whether it hears of runs. */
    public boolean hearsOfRuns() {
      return !outcomes.isEmpty() || reminders.isEmpty();
    }
  }
}
