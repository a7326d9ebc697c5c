package id.pde.schedule.keep;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.Kept;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.Routed;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.run.timetable.ScheduleRecords.Setting;
import id.pde.schedule.NextFires;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.RuleReader;
import id.pde.schedule.RuleReader.Fault;
import id.pde.schedule.RuleText;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.Holidays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people see of schedules and change in them: the record, beside what the routes say. */
public final class ScheduleBook {

  private final Map<String, RoutedSchedule> routes;
  private final ScheduleRecords records;
  private final Holidays holidays;

  public ScheduleBook(List<RoutedSchedule> routes, ScheduleRecords records, Holidays holidays) {
    this.routes =
        routes.stream().collect(Collectors.toMap(one -> one.schedule().name(), one -> one));
    this.records = records;
    this.holidays = holidays;
  }

  /** What came of a change. */
  public sealed interface Outcome {
    /** It holds. */
    record Changed(Schedule before, View after) implements Outcome {}

    /** It held already. */
    record Same(View view) implements Outcome {}

    /** It cannot hold. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  public ScheduleRecords records() {
    return records;
  }

  public Holidays holidays() {
    return holidays;
  }

  /** All that routes or the record know, by name. */
  public List<View> all() {
    Instant now = records.now();
    Map<String, Kept> kept =
        records.all().stream().collect(Collectors.toMap(Kept::name, one -> one));
    Map<String, List<PastFire>> latest =
        records.latest().stream().collect(Collectors.groupingBy(fire -> fire.ask().schedule()));
    Map<String, View> views = new TreeMap<>();
    kept.forEach(
        (name, one) ->
            views.put(
                name, view(routes.get(name), one, now).with(latest.getOrDefault(name, List.of()))));
    routes.forEach((name, route) -> views.computeIfAbsent(name, key -> view(route, null, now)));
    return List.copyOf(views.values());
  }

  public Optional<View> find(String name) {
    Kept kept = records.find(name).orElse(null);
    RoutedSchedule route = routes.get(name);
    return kept == null && route == null
        ? Optional.empty()
        : Optional.of(view(route, kept, records.now()));
  }

  /** Its fires from now on, whether it is paused or not. */
  public List<Instant> next(View view, int wanted) {
    return NextFires.preview(view.rule(), holidays, records.now(), wanted);
  }

  /** Changes options of a rule; what is not named stays. */
  public Outcome set(View view, Map<String, String> changes, By by) {
    Map<String, String> options = merged(RuleReader.options(RuleText.words(view.rule())), changes);
    RuleReader.Result read = RuleReader.read(view.name(), options);
    Schedule rule = read.schedule();
    return rule == null
        ? new Outcome.Faulty(read.faults())
        : change(view, new Setting(RuleText.words(rule), true), by);
  }

  /** Back to what the route says; it follows the route again. */
  public Outcome reset(View view, By by) {
    RoutedSchedule route = view.route();
    Schedule rule = route == null ? view.rule() : route.schedule();
    return change(view, new Setting(RuleText.words(rule), false), by);
  }

  private Outcome change(View view, Setting setting, By by) {
    adopt(view);
    Kept kept = records.find(view.name()).orElseThrow();
    if (kept.rule().equals(setting.rule()) && kept.byOfficer() == setting.byOfficer()) {
      return new Outcome.Same(view);
    }
    Instant now = settled(view);
    records.change(view.name(), setting, by, now);
    return new Outcome.Changed(view.rule(), find(view.name()).orElseThrow());
  }

  /** False: it was paused already. */
  public boolean pause(View view, By by) {
    adopt(view);
    return records.pause(view.name(), by, settled(view));
  }

  /** False: it was not paused. */
  public boolean resume(View view, By by) {
    adopt(view);
    return records.resume(view.name(), by, records.now());
  }

  /**
   * Asks for fires now.
   *
   * @param periods one fire for each; none: one fire, for which the route knows the period
   */
  public List<Ask> run(View view, List<String> periods, By by) {
    adopt(view);
    Instant now = records.now();
    List<Ask> asks = new ArrayList<>();
    if (periods.isEmpty()) {
      asks.add(new Ask(view.name(), now, Kind.MANUAL, null));
    }
    for (String period : periods) {
      // Two fires of one schedule differ in their moments.
      Instant moment = now.plusNanos(asks.size() * 1000L);
      asks.add(new Ask(view.name(), moment, Kind.PERIOD, period));
    }
    records.ask(asks, by);
    return asks;
  }

  /** What was due until now happens, or is left out, by what held until now. */
  private Instant settled(View view) {
    Instant now = records.now();
    if (view.route() != null) {
      records.settle(
          List.of(view.name()),
          standing -> FireDecisions.decide(view.rule(), holidays, standing, now));
    }
    return now;
  }

  /** A route that no server has started with yet has no record. */
  private void adopt(View view) {
    RoutedSchedule route = view.route();
    if (view.kept() == null && route != null) {
      records.adopt(
          List.of(new Routed(view.name(), RuleText.words(route.schedule()), route.datasets())),
          records.now());
    }
  }

  private View view(@Nullable RoutedSchedule route, @Nullable Kept kept, Instant now) {
    Schedule rule;
    if (kept != null && route != null) {
      rule = RuleReader.kept(kept.rule(), route.schedule());
    } else if (kept != null) {
      rule = RuleReader.written(kept.name(), kept.rule());
    } else if (route != null) {
      rule = route.schedule();
    } else {
      throw new IllegalArgumentException("neither route nor record");
    }
    boolean fires = route != null && (kept == null || !kept.paused());
    Instant next = fires ? NextFires.after(rule, holidays, now).orElse(null) : null;
    return new View(rule, route, kept, new View.Now(now, next), List.of());
  }

  /** Another way to name days takes the place of the one before, with its rule of holidays. */
  private static Map<String, String> merged(
      Map<String, String> holding, Map<String, String> changes) {
    Map<String, String> merged = new LinkedHashMap<>(holding);
    boolean otherDays =
        List.of("days", "monthly", "nth-working", "cron").stream().anyMatch(changes::containsKey);
    if (otherDays) {
      List.of("days", "monthly", "nth-working", "cron", "on-holiday").forEach(merged::remove);
    }
    if (changes.containsKey("cron")) {
      merged.remove("at");
    }
    if (changes.containsKey("at")) {
      merged.remove("cron");
    }
    merged.putAll(changes);
    return merged;
  }
}
