package id.pde.route;

import id.pde.model.Text;
import id.pde.schedule.RuleReader;
import id.pde.schedule.Schedule;
import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.ScheduleWords;
import id.pde.schedule.ScheduleWords.Reading;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schedule out of the options of an address; the police and the component ask the same.
 */
final class TimedAddress {

  /** How often a watched folder is listed when a route says nothing. */
  static final Duration TICK = Duration.ofSeconds(10);

  private TimedAddress() {}

  /** The schedule, or every reason why there is none. */
  record Result(Reading<Schedule> schedule, List<Fault> faults) {
    Result {
      faults = List.copyOf(faults);
    }
  }

  /** A fault and the option it is about. */
  record Fault(String option, Reading.Bad<?> bad) {}

  /** How often a folder elsewhere is listed when a route says nothing. */
  static final Duration DOOR_TICK = Duration.ofMinutes(5);

  /** The tick of a door. */
  static Result door(String name, Map<String, String> options) {
    return tick("door." + name, DOOR_TICK, options);
  }

  /** The tick of a receiver of events. */
  static Result events(Map<String, String> options) {
    return tick("events." + options.getOrDefault("name", ""), Duration.ofSeconds(5), options);
  }

  /** The tick of a watched folder. */
  static Result inbox(Address address) {
    return inbox(values(address));
  }

  static Result inbox(Map<String, String> options) {
    return tick("inbox." + options.getOrDefault("agency", ""), TICK, options);
  }

  private static Result tick(String name, Duration usual, Map<String, String> options) {
    List<Fault> faults = new ArrayList<>();
    ZoneId zone = zone(options, faults);
    String every = options.get("every");
    String cron = options.get("cron");
    if (every != null && cron != null) {
      faults.add(
          new Fault(
              "cron",
              new Reading.Bad<>(
                  new Text("every dan cron bersamaan", "every and cron together"),
                  new Text("pilih salah satu", "choose one of them"))));
    }
    Timing timing = new Timing.Every(usual);
    if (every != null) {
      timing = taken("every", ScheduleWords.every(every), faults);
    } else if (cron != null) {
      timing = taken("cron", ScheduleWords.cron(cron), faults);
    }
    return result(name, timing, zone, faults);
  }

  /** The schedule of a name. */
  static Result schedule(String name, Address address) {
    return schedule(name, values(address));
  }

  static Result schedule(String name, Map<String, String> options) {
    RuleReader.Result read = RuleReader.read(name, options);
    List<Fault> faults =
        read.faults().stream()
            .map(
                fault -> new Fault(fault.option(), new Reading.Bad<>(fault.message(), fault.fix())))
            .toList();
    return read.schedule() == null
        ? result(name, null, Schedule.DEFAULT_ZONE, faults)
        : new Result(new Reading.Good<>(read.schedule()), faults);
  }

  private static ZoneId zone(Map<String, String> options, List<Fault> faults) {
    String words = options.get("zone");
    ZoneId zone =
        words == null ? Schedule.DEFAULT_ZONE : taken("zone", ScheduleWords.zone(words), faults);
    return zone == null ? Schedule.DEFAULT_ZONE : zone;
  }

  private static <T> @Nullable T taken(String option, Reading<T> reading, List<Fault> faults) {
    if (reading instanceof Reading.Good<T> good) {
      return good.value();
    }
    if (reading instanceof Reading.Bad<T> bad) {
      faults.add(new Fault(option, bad));
    }
    return null;
  }

  private static Result result(
      String name, @Nullable Timing timing, ZoneId zone, List<Fault> faults) {
    if (timing == null || !faults.isEmpty()) {
      return new Result(new Reading.Bad<>(Text.same(name), Text.same(name)), faults);
    }
    return new Result(new Reading.Good<>(new Schedule(name, timing, zone)), faults);
  }

  private static Map<String, String> values(Address address) {
    return address.options().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, option -> option.getValue().value()));
  }
}
