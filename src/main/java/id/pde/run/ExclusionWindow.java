package id.pde.run;

import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.run.Warehouse.Exclusion;
import id.pde.run.Warehouse.Exclusions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks a bounded way ahead over the exclusions, so that the place of a repeated row is noted when
 * it passes, before the row that repeats it.
 */
final class ExclusionWindow {

  private static final int AHEAD = 5_000;
  private static final int PLACES = 10_000;

  private final Deque<Exclusion> ahead = new ArrayDeque<>();
  private final Set<Long> wanted = new HashSet<>();
  private final Map<Long, Location> places =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Location> eldest) {
          return size() > PLACES;
        }
      };
  private @Nullable Exclusions exclusions;

  void fill(Exclusions from) {
    exclusions = from;
    refill();
  }

  boolean isEmpty() {
    return ahead.isEmpty();
  }

  /** Notes the place of a row that others repeat. */
  void pass(Row row) {
    Exclusion next = ahead.peekFirst();
    if (next != null && next.ordinal() < row.ordinal()) {
      throw new IllegalStateException("the delivery gave other rows when it was read again");
    }
    boolean excluded = next != null && next.ordinal() == row.ordinal();
    if (wanted.remove(row.ordinal()) || excluded) {
      places.put(row.ordinal(), row.location(-1));
    }
  }

  /** The exclusion of this row, taken off; null: the row counts. */
  @Nullable Exclusion taken(long ordinal) {
    Exclusion next = ahead.peekFirst();
    if (next == null || next.ordinal() != ordinal) {
      return null;
    }
    ahead.removeFirst();
    if (ahead.isEmpty()) {
      refill();
    }
    return next;
  }

  @Nullable Location place(long ordinal) {
    return places.get(ordinal);
  }

  private void refill() {
    wanted.clear();
    while (exclusions != null && ahead.size() < AHEAD) {
      Exclusion next = exclusions.next();
      if (next == null) {
        exclusions = null;
        return;
      }
      ahead.addLast(next);
      if (next.other() > 0) {
        wanted.add(next.other());
      }
    }
  }
}
