package id.pde.kill;

import id.pde.run.RunStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws delays over a run as it was measured. Every killed process measures it anew as far as it
 * came, so the aim follows a machine that grows slower or faster.
 */
final class Aim {

  private static final int REMEMBERED = 5;

  private final Random random;
  private final Map<String, List<Long>> moments = new HashMap<>();

  Aim(Random random) {
    this.random = random;
  }

  void learn(Timeline timeline) {
    timeline.marks().forEach((mark, at) -> remember(mark, at));
  }

  private void remember(String mark, long at) {
    List<Long> last = moments.computeIfAbsent(mark, key -> new ArrayList<>());
    last.add(at);
    if (last.size() > REMEMBERED) {
      last.remove(0);
    }
  }

  /** A moment of the whole run, none likelier than another. */
  long anywhere() {
    return between(0, moment(Timeline.ENDED));
  }

  /** A moment after one of these steps was reached and before the next one. */
  long within(List<RunStep> steps) {
    RunStep step = steps.get(random.nextInt(steps.size()));
    return between(moment(step.name()), moment(next(step)));
  }

  /** The middle one of the last measurements: a single slow run does not spoil the aim. */
  long moment(String mark) {
    List<Long> known = moments.get(mark);
    if (known == null) {
      throw new IllegalStateException("nobody measured " + mark);
    }
    long[] sorted = known.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String next(RunStep step) {
    int next = Timeline.STRETCHES.indexOf(step.name()) + 1;
    return next < Timeline.STRETCHES.size() ? Timeline.STRETCHES.get(next) : Timeline.ENDED;
  }

  private long between(long from, long to) {
    return from + random.nextLong(Math.max(to - from, 1));
  }
}
