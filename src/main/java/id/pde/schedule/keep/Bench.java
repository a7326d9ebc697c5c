package id.pde.schedule.keep;

import id.pde.run.RunStopped;
import id.pde.run.timetable.Ask;
import id.pde.run.timetable.Fires;
import id.pde.run.timetable.Fires.Ended;
import id.pde.run.timetable.Fires.Leased;
import id.pde.run.timetable.Fires.Node;
import id.pde.run.timetable.Fires.Taker;
import id.pde.run.timetable.Why;
import id.pde.schedule.Timekeeper.Done;
import id.pde.schedule.Timekeeper.Order;
import id.pde.schedule.Timekeeper.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where fires are worked on: takes leases, runs tasks, keeps the leases, tells the record. */
final class Bench implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  /** A lease is renewed so many times before it would end. */
  private static final int RENEWALS = 3;

  private static final long PAUSE_MILLIS = 1000;
  private static final long PATIENCE_SECONDS = 5;

  private final Fires fires;
  private final Keeper.Settings settings;
  private final Function<String, Optional<Task>> tasks;
  private final ExecutorService workers;
  private final Runnable onFreed;
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicBoolean freed = new AtomicBoolean();
  private final Map<Ask, Leased> running = new ConcurrentHashMap<>();
  private long renewed = System.nanoTime();
  private volatile Set<String> schedules = Set.of();
  private volatile boolean ending;

  /**
   * @param onFreed called when a worker has nothing to do any more
   */
  Bench(
      Fires fires,
      Keeper.Settings settings,
      Function<String, Optional<Task>> tasks,
      Runnable onFreed) {
    this.onFreed = onFreed;
    this.fires = fires;
    this.settings = settings;
    this.tasks = tasks;
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            settings.workers(),
            work -> {
              Thread thread = new Thread(work, "pde-fire-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  Node node() {
    return settings.node();
  }

  /** After this time a node tells again that it is there. */
  Duration patience() {
    return settings.lease().dividedBy(RENEWALS);
  }

  /** Workers that have nothing to do look for fires. */
  void work(Set<String> wanted, Function<Ask, Optional<String>> gate) {
    schedules = Set.copyOf(wanted);
    while (!ending && busy.get() < settings.workers()) {
      Optional<Leased> leased = fires.lease(taker(), gate);
      if (leased.isEmpty()) {
        return;
      }
      busy.incrementAndGet();
      running.put(leased.get().ask(), leased.get());
      try {
        workers.execute(() -> run(leased.get()));
      } catch (RejectedExecutionException closed) {
        // The lease ends by itself and another node takes over.
        running.remove(leased.get().ask());
        return;
      }
    }
  }

  /** Keeps what is worked on here. */
  void renew() {
    if (System.nanoTime() - renewed < patience().toNanos()) {
      return;
    }
    for (Leased leased : running.values()) {
      if (!fires.renew(taker(), leased)) {
        LOG.warn(
            "another node took over {} of {}", leased.ask().schedule(), leased.ask().planned());
      }
    }
    renewed = System.nanoTime();
  }

  void rest() {
    ending = true;
    workers.shutdown();
  }

  /** Gives what is at its end the time to tell so. */
  @Override
  public void close() {
    rest();
    try {
      if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("{} fires were not over", running.size());
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private Taker taker() {
    return new Taker(node().id(), schedules, settings.lease());
  }

  private void run(Leased leased) {
    try {
      end(leased, done(leased));
    } finally {
      running.remove(leased.ask());
      busy.decrementAndGet();
      freed.set(true);
    }
    if (!ending) {
      onFreed.run();
    }
  }

  /** Whether a worker became free since this was asked last. */
  boolean freed() {
    return freed.getAndSet(false);
  }

  private Ended done(Leased leased) {
    Ask ask = leased.ask();
    Optional<Task> task = tasks.apply(ask.schedule());
    if (task.isEmpty()) {
      return new Ended("failed", List.of(), Why.of(Why.FAILED, "route.gone"));
    }
    try {
      Done done = task.get().run(new Order(ask.schedule(), ask.planned(), ask.period()));
      String why = done.failure().isEmpty() ? "" : Why.of(Why.FAILED, done.failure());
      return new Ended(done.outcome(), done.runs(), why);
    } catch (RuntimeException failed) {
      // One failed run must not end its schedule.
      LOG.error("the run of schedule {} failed", ask.schedule(), failed);
      String kind = failed.getClass().getSimpleName();
      return new Ended("failed", List.of(), Why.of(Why.FAILED, kind));
    }
  }

  /** What is done must not be done again because the database was away at the end of it. */
  private void end(Leased leased, Ended ended) {
    while (true) {
      try {
        if (!fires.end(node().id(), leased, ended)) {
          LOG.warn("{} of {} was ended elsewhere", leased.ask().schedule(), leased.ask().planned());
        }
        return;
      } catch (RunStopped away) {
        if (ending || !pause()) {
          return;
        }
      }
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
