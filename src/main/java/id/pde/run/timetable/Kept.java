package id.pde.run.timetable;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in the record.
 *
 * @param rule what holds
 * @param route what its route said when a server last started with it
 * @param byOfficer whether an officer set the rule; then a changed route does not
 * @param datasets what its route loads
 * @param pausedSince null: it is not paused
 * @param settledUntil every fire up to then was decided on
 */
public record Kept(
    String name,
    String rule,
    String route,
    boolean byOfficer,
    List<String> datasets,
    @Nullable Instant pausedSince,
    Instant settledUntil) {

  public Kept {
    datasets = List.copyOf(datasets);
  }

  public boolean paused() {
    return pausedSince != null;
  }
}
