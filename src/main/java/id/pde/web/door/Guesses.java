package id.pde.web.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts wrong passwords by the address that they come from, so that one who guesses names is
 * stopped, too. Safe for use by many threads.
 */
final class Guesses {

  /** So many within {@link #SPAN} and the address waits until it is over. */
  static final int MOST = 30;

  static final Duration SPAN = Duration.ofMinutes(5);

  private static final int ADDRESSES = 10_000;

  private final InstantSource clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  Guesses(InstantSource clock) {
    this.clock = clock;
  }

  private record Count(Instant since, int wrong) {}

  void wrong(String address) {
    Instant now = clock.instant();
    if (counts.size() > ADDRESSES) {
      counts.values().removeIf(count -> over(count, now));
    }
    counts.merge(
        address,
        new Count(now, 1),
        (old, one) -> over(old, now) ? one : new Count(old.since(), old.wrong() + 1));
  }

  boolean tooMany(String address) {
    Count count = counts.get(address);
    return count != null && count.wrong() >= MOST && !over(count, clock.instant());
  }

  private static boolean over(Count count, Instant now) {
    return count.since().plus(SPAN).isBefore(now);
  }
}
