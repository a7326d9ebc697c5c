package id.pde.route;

import id.pde.schedule.Schedule;
import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.Timekeeper;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A timekeeper without a clock: a test fires. */
final class FakeTimekeeper implements Timekeeper {

  private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
  private final Map<String, Task> tasks = new ConcurrentHashMap<>();

  @Override
  public void bring(Schedule schedule, Task task) {
    schedules.put(schedule.name(), schedule);
    tasks.put(schedule.name(), task);
  }

  @Override
  public void leave(String name) {
    schedules.remove(name);
    tasks.remove(name);
  }

  Set<String> names() {
    return Set.copyOf(tasks.keySet());
  }

  Optional<LocalTime> brought(String name) {
    Schedule schedule = schedules.get(name);
    return schedule != null && schedule.timing() instanceof Timing.Daily daily
        ? Optional.of(daily.at())
        : Optional.empty();
  }

  Done fire(String name, @Nullable String period) {
    return Objects.requireNonNull(tasks.get(name))
        .run(new Order(name, Instant.parse("2025-03-06T19:30:00Z"), period));
  }
}
