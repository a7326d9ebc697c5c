package id.pde.schedule.keep;

import id.pde.run.RunStopped;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Change.By;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.LeftOut;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Fires;
import id.pde.run.timetable.Fires.Node;
import id.pde.run.timetable.Fires.Pulse;
import id.pde.run.timetable.Kept;
import id.pde.run.timetable.Routed;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.schedule.NextFires;
import id.pde.schedule.RuleReader;
import id.pde.schedule.RuleText;
import id.pde.schedule.Schedule;
import id.pde.schedule.Timekeeper;
import id.pde.schedule.expect.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the schedules of this node's routes on time. What holds is in the record, not here: at each
 * {@link #beat} the node looks whether it was changed, decides on what is due, and works on what
 * waits for a node. A schedule whose route this node does not have is none of its business. Safe
 * for use by several threads.
 */
public final class Keeper implements Timekeeper, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  /** So often a look is taken whether what waits may run now. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The record is read again after this time even if nobody changed it: holidays may have. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Ports ports;
  private final Bench bench;
  private final Map<String, Brought> brought = new ConcurrentHashMap<>();
  private final Map<String, Instant> next = new HashMap<>();
  private final Map<String, Known> rules = new HashMap<>();
  private Holidays holidays = Holidays.NONE;
  private long seenChange = -1;
  private Instant read = Instant.EPOCH;
  private Instant told = Instant.EPOCH;
  private Instant looked = Instant.EPOCH;
  private volatile boolean adopted;
  private boolean away;

  /**
   * What it works with.
   *
   * @param gate says what a fire waits for besides other fires
   * @param datasets what the routes load, by schedule
   * @param time by which fires are due, given that of the database; a test sets it
   */
  public record Ports(
      ScheduleRecords records,
      Fires fires,
      Supplier<Holidays> holidays,
      Gate gate,
      Map<String, List<String>> datasets,
      UnaryOperator<Instant> time) {
    public Ports {
      datasets = Map.copyOf(datasets);
    }
  }

  /** Who it is, how long it may be silent, how much it does at once. */
  public record Settings(Node node, Duration lease, int workers) {}

  private record Brought(Schedule schedule, Task task) {}

  private record Known(Schedule rule, List<String> datasets) {}

  public Keeper(Ports ports, Settings settings) {
    this.ports = ports;
    this.bench = new Bench(ports.fires(), settings, this::task, this::beat);
  }

  @Override
  public void bring(Schedule schedule, Task task) {
    brought.put(schedule.name(), new Brought(schedule, task));
    adopted = false;
  }

  @Override
  public void leave(String name) {
    brought.remove(name);
    adopted = false;
  }

  /** Looks once; never throws for a database that is away: what was missed is decided later. */
  public synchronized void beat() {
    try {
      Pulse pulse = ports.fires().pulse();
      Instant now = ports.time().apply(pulse.now());
      tell(pulse.now());
      boolean changed = !adopted || pulse.change() != seenChange;
      if (changed || isOver(read, FRESH, now)) {
        read(now);
        seenChange = pulse.change();
      }
      boolean decided = settle(now);
      bench.renew();
      boolean overdue = pulse.open() && isOver(looked, PATIENCE, pulse.now());
      if (bench.freed() || changed || decided || overdue) {
        looked = pulse.now();
        bench.work(brought.keySet(), this::obstacle);
      }
      if (away) {
        LOG.info("schedules go on");
      }
      away = false;
    } catch (RunStopped stopped) {
      ports.fires().close();
      if (!away) {
        LOG.warn("schedules wait: {}", stopped.issue().code());
      }
      away = true;
    }
  }

  /** Asks for a fire at once, besides its times; false where this node has none of that name. */
  public boolean runNow(String name, String who) {
    if (!brought.containsKey(name)) {
      return false;
    }
    if (!adopted) {
      beat();
    }
    Ask ask = new Ask(name, ports.records().now(), Ask.Kind.MANUAL, null);
    ports.records().ask(List.of(ask), new By(who, ""));
    return true;
  }

  /** Begins nothing more; what runs goes on. */
  public void rest() {
    bench.rest();
  }

  /** What still runs is given to other nodes when its lease is over. */
  @Override
  public void close() {
    bench.close();
    synchronized (this) {
      try {
        ports.fires().gone(bench.node());
      } catch (RunStopped away) {
        LOG.debug("the database is away: {}", away.issue().code());
      }
      ports.fires().close();
    }
  }

  private void tell(Instant now) {
    if (isOver(told, bench.patience(), now)) {
      ports.fires().seen(bench.node());
      told = now;
    }
  }

  /** A clock that was put back must not make a node silent until it has caught up. */
  private static boolean isOver(Instant since, Duration patience, Instant now) {
    return now.isAfter(since.plus(patience)) || now.isBefore(since);
  }

  private void read(Instant now) {
    holidays = ports.holidays().get();
    if (!adopted) {
      adopt(now);
    }
    next.clear();
    rules.clear();
    for (Kept kept : ports.records().all()) {
      Brought own = brought.get(kept.name());
      if (own != null) {
        Schedule rule = RuleReader.kept(kept.rule(), own.schedule());
        rules.put(kept.name(), new Known(rule, kept.datasets()));
        if (!kept.paused()) {
          plan(rule, kept.settledUntil());
        }
      }
    }
    if (!rules.keySet().containsAll(brought.keySet())) {
      // Somebody deleted it from the record: the route brings it again.
      adopted = false;
    }
    read = now;
  }

  /** Enters what the routes bring. A rule that changes gives way after what it owed is decided. */
  private void adopt(Instant now) {
    adopted = true;
    try {
      List<Routed> routed = brought.values().stream().map(this::routed).toList();
      Map<String, String> rulesOfRoutes =
          routed.stream().collect(Collectors.toMap(Routed::name, Routed::rule));
      List<String> changing =
          ports.records().all().stream()
              .filter(kept -> !kept.byOfficer() && rulesOfRoutes.containsKey(kept.name()))
              .filter(kept -> !kept.rule().equals(rulesOfRoutes.get(kept.name())))
              .map(Kept::name)
              .toList();
      if (!changing.isEmpty()) {
        ports.records().settle(changing, standing -> decide(standing, now));
      }
      ports.records().adopt(routed, now);
    } catch (RunStopped away) {
      adopted = false;
      throw away;
    }
  }

  private Routed routed(Brought one) {
    String name = one.schedule().name();
    return new Routed(
        name, RuleText.words(one.schedule()), ports.datasets().getOrDefault(name, List.of()));
  }

  private boolean settle(Instant now) {
    List<String> due = new ArrayList<>();
    next.forEach(
        (name, fire) -> {
          if (!fire.isAfter(now)) {
            due.add(name);
          }
        });
    if (due.isEmpty()) {
      return false;
    }
    ports.fires().settle(due, standing -> decide(standing, now));
    for (String name : due) {
      Known known = rules.get(name);
      if (known != null) {
        plan(known.rule(), now);
      }
    }
    return true;
  }

  /** Under the lock of the record: it may have been changed since it was read. */
  private Decision decide(Standing standing, Instant now) {
    Kept kept = standing.kept();
    Brought own = brought.get(kept.name());
    if (own == null) {
      return Decision.none(kept.settledUntil());
    }
    Schedule rule = RuleReader.kept(kept.rule(), own.schedule());
    Decision decision = FireDecisions.decide(rule, holidays, standing, now);
    decision.left().forEach(left -> told(kept.name(), left));
    return decision;
  }

  private void plan(Schedule rule, Instant after) {
    Optional<Instant> fire = NextFires.after(rule, holidays, after);
    if (fire.isPresent()) {
      next.put(rule.name(), fire.get());
    } else {
      next.remove(rule.name());
    }
  }

  private Optional<String> obstacle(Ask ask) {
    Known known = rules.get(ask.schedule());
    return known == null
        ? Optional.empty()
        : ports.gate().missing(known.rule(), known.datasets(), ask);
  }

  private static void told(String name, LeftOut left) {
    LOG.warn(
        "schedule {}: {} fires until {} left out: {}",
        name,
        left.number(),
        left.last(),
        left.why());
  }

  private Optional<Task> task(String name) {
    return Optional.ofNullable(brought.get(name)).map(Brought::task);
  }
}
