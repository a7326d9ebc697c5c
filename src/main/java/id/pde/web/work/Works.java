package id.pde.web.work;

import id.pde.model.Text;
import id.pde.run.FileFaults;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.RunStep;
import id.pde.run.RunStopped;
import id.pde.web.work.Work.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what people ask for, a few at a time. Safe for use by many threads. */
public final class Works implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Works.class);

  private static final Text FULL =
      new Text("Terlalu banyak pekerjaan menunggu", "Too much work waits");
  private static final Text LATER = new Text("coba lagi sebentar lagi", "try again in a moment");
  private static final Text BROKEN =
      new Text(
          "PDE sendiri gagal; tidak ada yang berubah sebagian",
          "PDE itself failed; nothing was changed in part");
  private static final Text LOOK = new Text("lihat log server", "see the log of the server");

  private static final int THREADS = 3;
  private static final int WAITING = 200;
  private static final int KEPT = 500;

  private final InstantSource clock;
  private final Map<UUID, Work> works = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));

  public Works(InstantSource clock) {
    this.clock = clock;
    threads.allowCoreThreadTimeOut(true);
  }

  /** What is to be done. */
  public interface Task {
    List<RunReport> run(RunListener listener);

    /** What there is to tell beside the runs, once it is over. */
    default List<Text> notes() {
      return List.of();
    }
  }

  /**
   * What is wanted.
   *
   * @param subject {@code run 12} ...
   */
  public record Wanted(Text title, String who, String subject) {}

  /**
   * Begins it, and gives it a moment to end.
   *
   * @return the work as it is after that moment
   */
  public Work begin(Wanted wanted, Task task, Duration moment) {
    forgetOld();
    UUID id = UUID.randomUUID();
    Work work =
        new Work(
            id,
            wanted.title(),
            wanted.who(),
            wanted.subject(),
            null,
            clock.instant(),
            new State.Going(List.of(), 0, null));
    works.put(id, work);
    try {
      Future<?> future = threads.submit(() -> run(id, task));
      future.get(moment.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException full) {
      end(id, new State.Stopped("work.full", FULL, LATER));
    } catch (TimeoutException longer) {
      // Its page shows how far it is.
    } catch (ExecutionException broken) {
      end(id, new State.Stopped("work.broken", BROKEN, LOOK));
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
    return works.getOrDefault(id, work);
  }

  /**
   * Lets what nobody in person began be watched: it runs in the thread that asks.
   *
   * @param agency whose delivery it is
   */
  public List<RunReport> watch(Text title, String agency, Task task) {
    forgetOld();
    UUID id = UUID.randomUUID();
    State begun = new State.Going(List.of(), 0, null);
    String subject = "agency " + agency;
    works.put(id, new Work(id, title, "", subject, agency, clock.instant(), begun));
    try {
      List<RunReport> reports = task.run(new Progress(id));
      end(id, done(reports, task));
      return reports;
    } catch (RunStopped stopped) {
      end(id, State.Stopped.of(stopped.issue()));
      throw stopped;
    } finally {
      // Whatever else was thrown is told by whom it reaches.
      if (find(id).filter(work -> !work.isOver()).isPresent()) {
        end(id, new State.Stopped("work.broken", BROKEN, LOOK));
      }
    }
  }

  /** What goes on now, the oldest first. */
  public List<Work> going() {
    return works.values().stream()
        .filter(work -> !work.isOver())
        .sorted(Comparator.comparing(Work::begun))
        .toList();
  }

  public Optional<Work> find(UUID id) {
    return Optional.ofNullable(works.get(id));
  }

  private void run(UUID id, Task task) {
    try {
      List<RunReport> reports = task.run(new Progress(id));
      end(id, done(reports, task));
    } catch (RunStopped stopped) {
      end(id, State.Stopped.of(stopped.issue()));
    } catch (RuntimeException broken) {
      end(id, stopped(broken));
    }
  }

  /** A disk without space has words of its own. */
  private static State stopped(RuntimeException broken) {
    if (FileFaults.isFullDisk(broken)) {
      LOG.error("work in the console: no disk space");
      return State.Stopped.of(FileFaults.serverFull());
    }
    LOG.error("work in the console broke off", broken);
    return new State.Stopped("work.broken", BROKEN, LOOK);
  }

  private static State done(List<RunReport> reports, Task task) {
    return new State.Done(
        reports.stream().map(run -> new State.Ended(run.run(), run.outcome())).toList(),
        task.notes());
  }

  private void end(UUID id, State state) {
    works.computeIfPresent(id, (key, work) -> work.in(state));
  }

  private void forgetOld() {
    if (works.size() > KEPT) {
      works.values().stream()
          .filter(Work::isOver)
          .sorted(Comparator.comparing(Work::begun))
          .limit(KEPT / 2)
          .forEach(work -> works.remove(work.id()));
    }
  }

  /** Ends when what runs has run; what waits is left out. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("work in the console goes on at the stop; the ledger says how far it came");
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells how far a run is. */
  private final class Progress implements RunListener {

    private final UUID id;

    Progress(UUID id) {
      this.id = id;
    }

    @Override
    public void reached(RunStep step) {
      change(going -> going.with(new State.Reached(StepWords.of(step), clock.instant())));
    }

    @Override
    public void rows(long read) {
      change(going -> new State.Going(going.steps(), read, going.percent()));
    }

    @Override
    public void share(double done) {
      int percent = (int) Math.round(100 * Math.max(0, Math.min(1, done)));
      change(going -> new State.Going(going.steps(), going.rows(), percent));
    }

    private void change(java.util.function.UnaryOperator<State.Going> change) {
      works.computeIfPresent(
          id,
          (key, work) -> {
            State state = work.state();
            return state instanceof State.Going going ? work.in(change.apply(going)) : work;
          });
    }
  }
}
