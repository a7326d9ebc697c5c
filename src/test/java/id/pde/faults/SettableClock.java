package id.pde.faults;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where a test puts it. Safe for use by many threads. */
final class SettableClock implements InstantSource {

  private volatile Instant now;

  SettableClock(Instant now) {
    this.now = now;
  }

  void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
