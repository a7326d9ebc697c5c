package id.pde.app.bench;

import id.pde.model.Counts;
import java.io.IOException;

/** What a run came to, and how long it took. */
record Measured(Counts counts, double seconds) {

  /** A run. */
  interface Run {
    Counts counts() throws IOException;
  }

  static Measured of(Run run) throws IOException {
    long begun = System.nanoTime();
    Counts counts = run.counts();
    return new Measured(counts, (System.nanoTime() - begun) / 1e9);
  }
}
