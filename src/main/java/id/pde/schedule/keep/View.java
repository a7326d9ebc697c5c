package id.pde.schedule.keep;

import id.pde.run.timetable.Kept;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people see it.
 *
 * @param rule what holds
 * @param route null: no route begins with it; it has no fires
 * @param kept null: no server has started with its route yet
 * @param latest its newest fire that is over, and those that are not
 */
public record View(
    Schedule rule,
    @Nullable RoutedSchedule route,
    @Nullable Kept kept,
    Now now,
    List<PastFire> latest) {

  public View {
    latest = List.copyOf(latest);
  }

  /**
   * When it was looked at.
   *
   * @param next its next fire; null: it has none
   */
  public record Now(Instant at, @Nullable Instant next) {}

  /** Whether it fires. */
  public enum State {
    ON,
    PAUSED,
    /** Its route is gone; what was kept of it stays. */
    NO_ROUTE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String name() {
    return rule.name();
  }

  public State state() {
    if (route == null) {
      return State.NO_ROUTE;
    }
    return kept != null && kept.paused() ? State.PAUSED : State.ON;
  }

  /** Whether what holds is not what the route says. */
  public boolean differs() {
    return route != null && !route.schedule().equals(rule);
  }

  /** Whether an officer wanted what holds; else the next start takes what the route says. */
  public boolean byOfficer() {
    return kept != null && kept.byOfficer();
  }

  /** The newest one that is over. */
  public Optional<PastFire> last() {
    return latest.stream().filter(fire -> fire.outcome() != null).findFirst();
  }

  /** Those that run or wait, the oldest first. */
  public List<PastFire> open() {
    return latest.stream().filter(fire -> fire.outcome() == null).toList();
  }

  View with(List<PastFire> fires) {
    return new View(rule, route, kept, now, fires);
  }
}
