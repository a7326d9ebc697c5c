package id.pde.run.timetable;

import id.pde.run.timetable.Decision.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Fires as servers work on them. Whatever several nodes could do at once is done by one: a fire is
 * in the record once, and one node has it at a time. Leases go by the clock of the database. Every
 * method throws {@link id.pde.run.TargetUnavailable} when the database is away.
 */
public interface Fires extends AutoCloseable {

  /** So often a fire is begun before it is given up, where each node that has it is lost. */
  int ATTEMPTS = 3;

  /**
   * What a look at the record shows.
   *
   * @param now by the database
   * @param change the number of the newest change
   * @param open whether a fire waits for a node
   */
  record Pulse(Instant now, long change, boolean open) {}

  /** A short look, many times a minute. */
  Pulse pulse();

  /** Tells that this node lives. */
  void seen(Node node);

  /** A node; the id is never used again. */
  record Node(String id, String place) {}

  /** Tells that this node is gone. */
  void gone(Node node);

  /** Decides on the fires of schedules, one node after the other. */
  void settle(List<String> schedules, Function<Standing, Decision> decide);

  /**
   * The next fire that may run now, for this node alone.
   *
   * @param gate says what a fire waits for besides other fires; empty: nothing
   */
  Optional<Leased> lease(Taker taker, Function<Ask, Optional<String>> gate);

  /**
   * Who takes fires.
   *
   * @param schedules that it has the routes of
   */
  record Taker(String node, Set<String> schedules, Duration lease) {
    public Taker {
      schedules = Set.copyOf(schedules);
    }
  }

  /**
   * A fire that a node has.
   *
   * @param attempt from 1
   */
  record Leased(Ask ask, int attempt) {}

  /** Keeps fires that this node has; false for one that another node has taken meanwhile. */
  boolean renew(Taker taker, Leased leased);

  /** Ends a fire; false where another node has taken it meanwhile. */
  boolean end(String node, Leased leased, Ended ended);

  /**
   * What came of it.
   *
   * @param outcome of the run that ended worst, {@code done} where there was none
   * @param why of a failure; empty: there was none
   */
  record Ended(String outcome, List<Long> runs, String why) {
    public Ended {
      runs = List.copyOf(runs);
    }
  }

  /** Gives up the connection; the next call opens another. */
  @Override
  void close();
}
