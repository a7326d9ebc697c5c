package id.pde.route.door;

import java.time.Duration;
import java.time.Instant;

/** Leaves a receiver that is away alone, longer each time, up to ten minutes. */
public final class DoorWait {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Instant until = Instant.MIN;
  private Duration next = FIRST;

  /** Whether it is to be left alone now. */
  public synchronized boolean holds(Instant now) {
    return now.isBefore(until);
  }

  /** It is away. */
  public synchronized void longer(Instant now) {
    until = now.plus(next);
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** It is there. */
  public synchronized void over() {
    until = Instant.MIN;
    next = FIRST;
  }
}
