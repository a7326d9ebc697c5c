package id.pde.web.work;

import id.pde.web.Say;
import id.pde.web.work.Work.State;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells pages how far work is, as Server-Sent Events: {@code rows} while rows are read, {@code
 * step} when a step was reached, {@code over} at the end. Each listener is told by a thread of its
 * own, so that one who does not read keeps nobody else waiting; it misses what it was too slow for,
 * and keeps its room until the server gives its connection up. Who has gone, or may not listen any
 * more, is let go within seconds. Safe for use by many threads.
 */
public final class WorkEvents implements AutoCloseable {

  /** Listeners of one account at a time. */
  public static final int EACH = 4;

  private static final Logger LOG = LoggerFactory.getLogger(WorkEvents.class);

  private static final int ALL = 200;
  private static final Duration TICK = Duration.ofMillis(250);

  /** A browser asks again by itself. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Works works;
  private final Set<WorkListener> listeners = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread one = new Thread(task, "pde-work-events");
            one.setDaemon(true);
            return one;
          });

  /** As many as there are listeners at most; the others wait for nothing. */
  private final ExecutorService tellers =
      Executors.newCachedThreadPool(
          task -> {
            Thread one = new Thread(task, "pde-work-teller");
            one.setDaemon(true);
            return one;
          });

  private final ScheduledFuture<?> ticking;

  public WorkEvents(Works works) {
    this.works = works;
    ticking =
        thread.scheduleWithFixedDelay(
            this::tell, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Who listens.
   *
   * @param say in whose words
   * @param stands whether they still may
   */
  public record Reader(String name, Say say, BooleanSupplier stands) {}

  /**
   * Begins to tell; the answer stays open behind the call. Where there is no room it is 429, and
   * the page asks by itself now and then.
   */
  public void listen(
      UUID work, Reader reader, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WorkListener listener;
    synchronized (this) {
      long own = listeners.stream().filter(one -> one.of(reader.name())).count();
      if (own >= EACH || listeners.size() >= ALL) {
        response.setStatus(429);
        return;
      }
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      AsyncContext context = request.startAsync(request, response);
      context.setTimeout(LONGEST.toMillis());
      listener = new WorkListener(work, reader, context);
      context.addListener(new Gone(listener));
      listener.take();
      listeners.add(listener);
    }
    // The first word says that somebody is there; a new connection has room for it.
    try {
      tellNow(listener);
    } finally {
      listener.release();
    }
  }

  /** How many listen. */
  public int listening() {
    return listeners.size();
  }

  private void tell() {
    List.copyOf(listeners).forEach(this::tell);
  }

  private void tell(WorkListener listener) {
    if (!listener.take()) {
      return;
    }
    try {
      tellers.execute(
          () -> {
            try {
              tellNow(listener);
            } finally {
              listener.release();
            }
          });
    } catch (RejectedExecutionException closing) {
      listener.release();
    }
  }

  private void tellNow(WorkListener listener) {
    State state = works.find(listener.work()).map(Work::state).orElse(new State.Done());
    try {
      if (listener.tell(state)) {
        return;
      }
    } catch (IOException | RuntimeException gone) {
      LOG.debug("a listener went away", gone);
    }
    listeners.remove(listener);
    listener.end();
  }

  @Override
  public void close() {
    ticking.cancel(false);
    thread.shutdownNow();
    tellers.shutdownNow();
    List.copyOf(listeners).forEach(WorkListener::end);
    listeners.clear();
  }

  /** Forgets a listener whose connection has ended. */
  private final class Gone implements AsyncListener {

    private final WorkListener listener;

    Gone(WorkListener listener) {
      this.listener = listener;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      listeners.remove(listener);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      listeners.remove(listener);
      listener.end();
    }

    @Override
    public void onError(AsyncEvent event) {
      listeners.remove(listener);
      listener.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // Nobody starts it again.
    }
  }
}
