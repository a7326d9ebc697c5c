package id.pde.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes PDE at the fires of its schedules. Quartz holds one trigger per schedule, always for the
 * next fire only: {@link NextFires} decides, Quartz wakes. A fire that comes while the one before
 * it still runs, or much too late, is left out and noted. Safe for use by several threads.
 */
public final class Schedules implements AutoCloseable {

  /** A fire later than this is a missed one. */
  static final Duration LATE = Duration.ofSeconds(60);

  /** A clock that was put back by more was set by somebody; less is how clocks are kept right. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);
  private static final String ENTRY = "entry";

  private final InstantSource clock;
  private final Listener listener;
  private final Scheduler scheduler;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** Goes by the time that passes, whatever clocks say. */
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pde-clock-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> looking;
  private Instant seen;

  /** Hears what became of fires; for metrics and for officers. */
  public interface Listener {
    /** A fire was left out. */
    void skipped(Fire fire, Why why);

    /** The reason. */
    enum Why {
      /** The run before it still goes on. */
      STILL_RUNNING,
      /** PDE was asleep or too busy at its time. */
      MISSED
    }
  }

  private record Entry(
      Schedules owner, Schedule schedule, Consumer<Fire> task, AtomicBoolean busy) {}

  public Schedules(InstantSource clock, int threads, Listener listener) {
    this.clock = clock;
    this.listener = listener;
    this.seen = clock.instant();
    Properties settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "pde-" + UUID.randomUUID());
    settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    settings.setProperty("org.quartz.threadPool.threadNamePrefix", "pde-schedule");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      scheduler = new StdSchedulerFactory(settings).getScheduler();
      scheduler.start();
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not start", broken);
    }
    this.looking =
        watch.scheduleWithFixedDelay(
            this::look, STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Quartz waits for moments by the clock: after that was put back, everything would stand still
   * until it has caught up.
   */
  private void look() {
    Instant now = clock.instant();
    boolean putBack = isStep(now, seen);
    seen = now;
    if (!putBack) {
      return;
    }
    LOG.warn("the clock was put back; what is due is planned anew");
    for (Entry entry : entries.values()) {
      try {
        plan(entry, now);
      } catch (SchedulerException broken) {
        LOG.error("schedule {} has no next fire", entry.schedule.name(), broken);
      }
    }
  }

  private static boolean isStep(Instant now, Instant before) {
    return Duration.between(now, before).compareTo(STEP) > 0;
  }

  /** Begins a schedule; one of the same name is replaced. */
  public void start(Schedule schedule, Consumer<Fire> task) {
    Entry entry = new Entry(this, schedule, task, new AtomicBoolean());
    entries.put(schedule.name(), entry);
    JobDetail job =
        JobBuilder.newJob(Wake.class).withIdentity(schedule.name()).storeDurably().build();
    job.getJobDataMap().put(ENTRY, entry);
    try {
      scheduler.addJob(job, true);
      plan(entry, clock.instant());
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not take " + schedule.name(), broken);
    }
  }

  /** Ends a schedule; a run under way goes on. */
  public void stop(String name) {
    if (entries.remove(name) == null) {
      return;
    }
    try {
      if (scheduler.isShutdown()) {
        return;
      }
      scheduler.deleteJob(JobKey.jobKey(name));
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not let go of " + name, broken);
    }
  }

  /**
   * Fires a schedule at once, besides its times.
   *
   * @return false where there is none of that name
   */
  public boolean runNow(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      return false;
    }
    JobDataMap planned = new JobDataMap();
    planned.put("planned", clock.instant().toEpochMilli());
    try {
      scheduler.triggerJob(JobKey.jobKey(name), planned);
      return true;
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not fire " + name, broken);
    }
  }

  /** What runs and when it fires next. */
  public Map<Schedule, Optional<Instant>> upcoming() {
    Map<Schedule, Optional<Instant>> upcoming = new ConcurrentHashMap<>();
    for (Entry entry : entries.values()) {
      upcoming.put(entry.schedule, NextFires.after(entry.schedule, clock.instant()));
    }
    return upcoming;
  }

  /** No further fires; runs under way are not waited for, their own drain limit holds. */
  @Override
  public void close() {
    looking.cancel(false);
    watch.shutdown();
    try {
      scheduler.shutdown(false);
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not stop", broken);
    }
  }

  private void plan(Entry entry, Instant after) throws SchedulerException {
    Optional<Instant> next = NextFires.after(entry.schedule, after);
    TriggerKey key = TriggerKey.triggerKey(entry.schedule.name());
    if (next.isEmpty() || scheduler.isShutdown()) {
      scheduler.unscheduleJob(key);
      return;
    }
    // A late trigger still wakes us: whether it is too late is decided in one place, below.
    var trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(entry.schedule.name())
            .usingJobData("planned", next.get().toEpochMilli())
            .startAt(Date.from(next.get()))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    if (scheduler.checkExists(key)) {
      scheduler.rescheduleJob(key, trigger);
    } else {
      scheduler.scheduleJob(trigger);
    }
  }

  private void fire(Entry entry, Instant planned) throws SchedulerException {
    if (!entry.equals(entries.get(entry.schedule.name()))) {
      return;
    }
    Instant now = clock.instant();
    plan(entry, now.isAfter(planned) || isStep(now, planned) ? now : planned);
    Fire fire = new Fire(entry.schedule.name(), planned, now);
    if (Duration.between(planned, now).compareTo(LATE) > 0) {
      listener.skipped(fire, Listener.Why.MISSED);
      return;
    }
    if (!entry.busy.compareAndSet(false, true)) {
      listener.skipped(fire, Listener.Why.STILL_RUNNING);
      return;
    }
    try {
      entry.task.accept(fire);
    } catch (RuntimeException failed) {
      // One failed run must not end its schedule.
      LOG.error("the run of schedule {} failed", entry.schedule.name(), failed);
    } finally {
      entry.busy.set(false);
    }
  }

  /** The work that Quartz knows. */
  public static final class Wake implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      if (!(context.getJobDetail().getJobDataMap().get(ENTRY) instanceof Entry entry)) {
        return;
      }
      long planned = context.getTrigger().getJobDataMap().getLong("planned");
      try {
        entry.owner.fire(entry, Instant.ofEpochMilli(planned));
      } catch (SchedulerException broken) {
        LOG.error("schedule {} has no next fire", entry.schedule.name(), broken);
      }
    }
  }
}
