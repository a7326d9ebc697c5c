package id.pde.web.ask;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import id.pde.web.City;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Statements that run beside the pages: a few at once, each for a limited time, and only as long as
 * somebody waits for it. Safe for use by many threads.
 */
public final class Desk implements AutoCloseable {

  /** Of a statement. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /** The page of a statement that runs reloads itself; where it does not, its tab is closed. */
  private static final Duration UNSEEN = Duration.ofSeconds(30);

  private static final int AT_ONCE = 6;
  private static final int EACH = 2;
  private static final int REMEMBERED = 20;
  private static final int WITH_ROWS = 3;

  private final City city;
  private final InstantSource clock;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, Deque<Asked>> asked = new HashMap<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(daemons("pde-sql"));
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(daemons("pde-sql-watch"));

  private final ScheduledFuture<?> looking;

  public Desk(City city, InstantSource clock) {
    this.city = city;
    this.clock = clock;
    looking = watch.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Begins a statement and waits a moment for it. */
  public Asked ask(String who, String statement) {
    Instant now = clock.instant();
    Asked one = new Asked(numbers.incrementAndGet(), statement, now);
    if (!admit(who, one)) {
      one.end(busy(), now);
      return one;
    }
    workers.execute(() -> run(one));
    one.await(PATIENCE);
    return one;
  }

  /** What somebody asked before, by its number; null: it is not remembered. */
  public synchronized @Nullable Asked find(String who, long number) {
    return asked.getOrDefault(who, new ArrayDeque<>()).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElse(null);
  }

  /** What somebody asked, the newest first. */
  public synchronized List<Asked> of(String who) {
    return new ArrayList<>(asked.getOrDefault(who, new ArrayDeque<>()));
  }

  /** Stops it. */
  public void stop(Asked one) {
    one.stop().now();
  }

  /** Stops something else when its time is over. */
  Runnable guard(Stop stop, Duration limit) {
    var guard = watch.schedule(stop::now, limit.toMillis(), TimeUnit.MILLISECONDS);
    return () -> guard.cancel(false);
  }

  private synchronized boolean admit(String who, Asked one) {
    Deque<Asked> own = asked.computeIfAbsent(who, name -> new ArrayDeque<>());
    long mine = own.stream().filter(Asked::running).count();
    long all = asked.values().stream().flatMap(Deque::stream).filter(Asked::running).count();
    own.addFirst(one);
    if (own.size() > REMEMBERED) {
      own.removeLast().stop().now();
    }
    own.stream().skip(WITH_ROWS).forEach(Asked::drop);
    return mine < EACH && all < AT_ONCE;
  }

  private void run(Asked one) {
    Refusal refusal;
    try {
      refusal =
          city.asking()
              .ask(new Question(one.statement(), LIMIT, Asked.COUNTED + 1L), one.stop(), one);
    } catch (RunStopped away) {
      refusal = new Refusal(away.issue(), 0);
    } catch (RuntimeException broken) {
      one.end(broken(), clock.instant());
      throw broken;
    }
    one.end(refusal, clock.instant());
  }

  /** Ends what takes too long, and what nobody waits for. */
  private void look() {
    Instant now = clock.instant();
    List<Asked> late;
    synchronized (this) {
      late =
          asked.values().stream()
              .flatMap(Deque::stream)
              .filter(Asked::running)
              .filter(
                  one ->
                      one.seen().plus(UNSEEN).isBefore(now)
                          || one.begun().plus(LIMIT).plus(UNSEEN).isBefore(now))
              .toList();
    }
    late.forEach(this::stop);
  }

  private static Refusal busy() {
    return refusal(
        "sql.busy",
        new Text(
            "Terlalu banyak perintah berjalan sekaligus",
            "Too many statements run at the same time"),
        new Text(
            "Tunggu sampai yang berjalan selesai, atau hentikan",
            "Wait for those that run, or stop them"));
  }

  private static Refusal broken() {
    return refusal(
        "sql.broken",
        new Text("PDE gagal menjalankan perintah ini", "PDE failed to run the statement"),
        new Text("Coba lagi; log server mencatatnya", "Try again; the server's log has a note"));
  }

  private static Refusal refusal(String code, Text message, Text fix) {
    return new Refusal(
        Issue.of(code, Severity.REFUSE, new Location.Whole("SQL"), new Advice("SQL", message, fix)),
        0);
  }

  @Override
  public void close() {
    looking.cancel(false);
    watch.shutdownNow();
    List<Asked> all;
    synchronized (this) {
      all = asked.values().stream().flatMap(Deque::stream).filter(Asked::running).toList();
    }
    all.forEach(this::stop);
    workers.shutdownNow();
  }
}
