package id.pde.schedule.keep;

import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Ask.Kind;
import id.pde.run.timetable.Decision;
import id.pde.run.timetable.Decision.Dropped;
import id.pde.run.timetable.Decision.LeftOut;
import id.pde.run.timetable.Decision.Open;
import id.pde.run.timetable.Decision.Standing;
import id.pde.run.timetable.Why;
import id.pde.schedule.Missed;
import id.pde.schedule.NextFires;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of the fires whose time has come or has passed. Pure. */
public final class FireDecisions {

  /** A fire that is later than this was missed. */
  public static final Duration LATE = Duration.ofSeconds(60);

  /** So many fires are looked at; of a longer absence only the end. */
  static final int MOST_DUE = 10_000;

  /** How much of an absence is looked at where it had too many fires. */
  private static final List<Duration> SPANS =
      List.of(Duration.ofDays(30), Duration.ofDays(1), Duration.ofHours(1));

  private FireDecisions() {}

  /** What is to be done now. */
  public static Decision decide(
      Schedule schedule, Holidays holidays, Standing standing, Instant now) {
    Instant since = standing.kept().settledUntil();
    if (standing.kept().paused() || !now.isAfter(since)) {
      return Decision.none(since);
    }
    List<Instant> due = due(schedule, holidays, since, now);
    if (due.isEmpty()) {
      return Decision.none(since);
    }
    return schedule.terms().missed() == Missed.ALL
        ? all(schedule.name(), due, now)
        : newest(schedule, due, standing.open(), now);
  }

  private static Decision all(String name, List<Instant> due, Instant now) {
    int cut = Math.max(0, due.size() - Missed.MOST);
    List<Ask> asks =
        due.subList(cut, due.size()).stream().map(planned -> ask(name, planned, now)).toList();
    List<LeftOut> left = new ArrayList<>();
    leftOut(due.subList(0, cut), Why.TOO_MANY).ifPresent(left::add);
    return new Decision(asks, left, List.of(), now);
  }

  private static Decision newest(
      Schedule schedule, List<Instant> due, List<Open> open, Instant now) {
    Instant newest = due.get(due.size() - 1);
    boolean wanted = schedule.terms().missed() == Missed.ONCE || !isLate(newest, now);
    if (!wanted) {
      return new Decision(List.of(), leftOut(due, Why.MISSED).stream().toList(), List.of(), now);
    }
    if (open.stream().anyMatch(Open::running)) {
      return new Decision(
          List.of(), leftOut(due, Why.STILL_RUNNING).stream().toList(), List.of(), now);
    }
    // What waits still is overtaken; what a person asked for stays.
    List<Dropped> dropped =
        open.stream()
            .filter(one -> one.ask().kind() == Kind.PLANNED || one.ask().kind() == Kind.MISSED)
            .map(one -> new Dropped(one.ask().planned(), overtaken(one)))
            .toList();
    return new Decision(
        List.of(ask(schedule.name(), newest, now)),
        leftOut(due.subList(0, due.size() - 1), Why.MISSED).stream().toList(),
        dropped,
        now);
  }

  private static String overtaken(Open open) {
    return Why.code(open.why()).equals(Why.DATASET)
        ? Why.of(Why.NEVER_CAME, Why.what(open.why()))
        : Why.STILL_RUNNING;
  }

  private static Ask ask(String name, Instant planned, Instant now) {
    return new Ask(name, planned, isLate(planned, now) ? Kind.MISSED : Kind.PLANNED, null);
  }

  private static boolean isLate(Instant planned, Instant now) {
    return Duration.between(planned, now).compareTo(LATE) > 0;
  }

  private static Optional<LeftOut> leftOut(List<Instant> fires, String why) {
    return fires.isEmpty()
        ? Optional.empty()
        : Optional.of(new LeftOut(fires.get(fires.size() - 1), fires.size(), why));
  }

  private static List<Instant> due(
      Schedule schedule, Holidays holidays, Instant since, Instant until) {
    List<Instant> due = between(schedule, holidays, since, until);
    for (Duration span : SPANS) {
      if (due.size() < MOST_DUE) {
        return due;
      }
      due = between(schedule, holidays, until.minus(span), until);
    }
    return due;
  }

  private static List<Instant> between(
      Schedule schedule, Holidays holidays, Instant since, Instant until) {
    List<Instant> fires = new ArrayList<>();
    Optional<Instant> next = NextFires.after(schedule, holidays, since);
    while (next.isPresent() && !next.get().isAfter(until) && fires.size() < MOST_DUE) {
      fires.add(next.get());
      next = NextFires.after(schedule, holidays, next.get());
    }
    return fires;
  }
}
