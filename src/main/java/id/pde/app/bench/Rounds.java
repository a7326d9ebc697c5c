package id.pde.app.bench;

import id.pde.app.bench.ReadResult.Side;
import id.pde.app.bench.ReadResult.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Readers of one file, alternating in one process; the first round warms all of them up. */
final class Rounds {

  private final List<Entrant> entrants = new ArrayList<>();

  /** Reads the file; how many filled cells it met. */
  interface Reading {
    long cells() throws IOException;
  }

  private record Entrant(String name, double limit, Reading reading, List<Double> seconds) {}

  /** PDE itself, or a reader whose time is only shown. */
  Rounds with(String name, Reading reading) {
    return with(name, 0, reading);
  }

  /**
   * A reader to be measured against.
   *
   * @param limit of PDE's time by this one's
   */
  Rounds with(String name, double limit, Reading reading) {
    entrants.add(new Entrant(name, limit, reading, new ArrayList<>()));
    return this;
  }

  /**
   * Measures.
   *
   * @param cells what each has to meet, so that none leaves work out
   */
  ReadResult run(Subject subject, int rounds, long cells) throws IOException {
    for (int round = 0; round <= rounds; round++) {
      for (Entrant entrant : entrants) {
        long begun = System.nanoTime();
        long found = entrant.reading.cells();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (found != cells) {
          throw new IllegalStateException(entrant.name + " met " + found + " of " + cells);
        }
        if (round > 0) {
          entrant.seconds.add(seconds);
        }
      }
    }
    return new ReadResult(
        subject, entrants.stream().map(one -> new Side(one.name, one.seconds, one.limit)).toList());
  }
}
