package id.pde.app.server;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The run numbers that were told lately, so that none is told twice. Safe for use by several
 * threads.
 */
final class LatelyHeard {

  private static final int KEPT = 10_000;

  private final Set<Long> runs = new LinkedHashSet<>();

  /** Whether this run was not told before. */
  synchronized boolean first(long run) {
    if (!runs.add(run)) {
      return false;
    }
    if (runs.size() > KEPT) {
      runs.remove(runs.iterator().next());
    }
    return true;
  }
}
