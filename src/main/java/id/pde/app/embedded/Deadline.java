package id.pde.app.embedded;

import java.io.IOException;
import java.time.Duration;

/** The moment at which waiting ends, on the clock that never jumps. */
record Deadline(long nanoTime) {

  private static final long PAUSE_MILLIS = 50;

  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - nanoTime >= 0;
  }

  void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the database", interrupted);
    }
  }
}
