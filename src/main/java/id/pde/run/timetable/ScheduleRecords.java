package id.pde.run.timetable;

import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.Decision.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The record of schedules, for those who look at it and change it. Every method throws {@link
 * id.pde.run.TargetUnavailable} when the database is away.
 */
public interface ScheduleRecords {

  /** By name. */
  List<Kept> all();

  Optional<Kept> find(String name);

  /**
   * What routes begin with: new ones are kept, those that no officer changed follow their route.
   *
   * @param now from when on a new or changed rule has fires
   */
  void adopt(List<Routed> routed, Instant now);

  /**
   * Decides on the fires of schedules by what holds now, before it is changed: a time that has come
   * is not lost because somebody changes the rule a moment later, or while no server is there.
   */
  void settle(List<String> schedules, Function<Standing, Decision> decide);

  /** Gives a schedule another rule. */
  void change(String name, Setting setting, By by, Instant now);

  /** No fires from now on; what waits is left out, what runs goes on. */
  boolean pause(String name, By by, Instant now);

  /** Fires again from now on; those in between are not missed. */
  boolean resume(String name, By by, Instant now);

  /** Asks for fires besides the planned ones; they are run by a server that has the route. */
  void ask(List<Ask> asks, By by);

  /** The audit, the newest first. */
  List<Change> changes(String name, int limit);

  /** Fires, the newest first, those that are not over included. */
  List<PastFire> fires(String name, int limit);

  /** The newest fire of each schedule that is over and was not left out, and all that are not. */
  List<PastFire> latest();

  /** The time by the database. */
  Instant now();

  /** Whether a server that can run fires was heard lately. */
  boolean hasServer();

  /**
   * A rule and who stands behind it.
   *
   * @param byOfficer false: it follows its route again
   */
  record Setting(String rule, boolean byOfficer) {}
}
