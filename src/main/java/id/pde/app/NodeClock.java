package id.pde.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the database, as far as it is known: machines disagree, and what several nodes write
 * down must be in order. Below a second nothing is corrected. Safe for use by many threads.
 */
public final class NodeClock implements InstantSource {

  private static final Duration AGREED = Duration.ofSeconds(1);

  private final InstantSource machine;
  private volatile Duration correction = Duration.ZERO;

  /** Of this machine; tests shift it with {@code -Dpde.clock.shift=PT10M}. */
  NodeClock() {
    this(shifted(Duration.parse(System.getProperty("pde.clock.shift", "PT0S"))));
  }

  NodeClock(InstantSource machine) {
    this.machine = machine;
  }

  private static InstantSource shifted(Duration by) {
    return by.isZero() ? InstantSource.system() : () -> InstantSource.system().instant().plus(by);
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(correction);
  }

  /** What the machine says. */
  public Instant ofMachine() {
    return machine.instant();
  }

  /**
   * Takes the time of the database.
   *
   * @param before by the machine, when it was asked
   * @param after by the machine, when it answered
   */
  public void learn(Instant before, Instant database, Instant after) {
    Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
    Duration off = Duration.between(middle, database);
    correction = off.abs().compareTo(AGREED) < 0 ? Duration.ZERO : off;
  }

  /** How much is added to the time of the machine. */
  public Duration correction() {
    return correction;
  }
}
