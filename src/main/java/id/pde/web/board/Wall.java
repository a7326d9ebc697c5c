package id.pde.web.board;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.PanelFolder;
import id.pde.run.RunStopped;
import id.pde.run.ask.Asking.Question;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import id.pde.run.board.Figures.Answer;
import id.pde.run.board.Panel;
import id.pde.run.catalogue.SmallCounts;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.ask.FewRows;
import id.pde.web.board.FigureReader.Read;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the Command Center. Each is computed at most once a minute, however many screens
 * hang in the city, and none waits long for another. Safe for use by many threads.
 */
public final class Wall implements AutoCloseable {

  /** Of a statement. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Duration FRESH = Duration.ofMinutes(1);

  /** A page comes after so long, with what is there by then. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int AT_ONCE = 3;

  private final City city;
  private final Shelf shelf;
  private final InstantSource clock;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, CountDownLatch> running = new HashMap<>();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE,
          work -> {
            Thread thread = new Thread(work, "pde-board");
            thread.setDaemon(true);
            return thread;
          });

  public Wall(City city, Shelf shelf, InstantSource clock) {
    this.city = city;
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * What is known of a panel.
   *
   * @param of what the panel said then
   * @param tried when it was last computed, with whatever end
   */
  private record Known(Panel of, Frame frame, Instant tried) {}

  /** Every panel, in the order of the wall; those whose file has a fault at the end. */
  public List<Frame> frames() {
    PanelFolder folder = shelf.panels();
    List<CountDownLatch> awaited = new ArrayList<>();
    for (Panel panel : folder.panels()) {
      CountDownLatch begun = begin(panel);
      if (begun != null) {
        awaited.add(begun);
      }
    }
    await(awaited);
    List<Frame> frames = new ArrayList<>();
    for (Panel panel : folder.panels()) {
      frames.add(shown(panel));
    }
    new TreeMap<>(folder.broken())
        .forEach(
            (id, faults) ->
                frames.add(
                    new Frame(id, Text.same(id), null, null, faults.get(0), List.of(), null)));
    return frames;
  }

  /** Computes a panel where that is due; null: it is not. */
  private synchronized @Nullable CountDownLatch begin(Panel panel) {
    Known last = known.get(panel.id());
    boolean due =
        last == null
            || !last.of().equals(panel)
            || !last.tried().plus(FRESH).isAfter(clock.instant());
    if (!due) {
      return null;
    }
    CountDownLatch already = running.get(panel.id());
    if (already != null) {
      return already;
    }
    CountDownLatch end = new CountDownLatch(1);
    running.put(panel.id(), end);
    workers.execute(
        () -> {
          try {
            keep(panel, computed(panel));
          } finally {
            over(panel.id());
            end.countDown();
          }
        });
    return end;
  }

  private synchronized void over(String id) {
    running.remove(id);
  }

  private void await(List<CountDownLatch> all) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (CountDownLatch one : all) {
        if (!one.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  /** A figure that was good stays where the new one failed; the reason stands beside it. */
  private synchronized void keep(Panel panel, Frame frame) {
    Known last = known.get(panel.id());
    Frame kept =
        last != null && last.of().equals(panel) && isAway(frame.fault())
            ? last.frame().with(frame.fault())
            : frame;
    known.put(panel.id(), new Known(panel, kept, clock.instant()));
  }

  private static boolean isAway(@Nullable Issue fault) {
    return fault != null
        && !fault.code().startsWith("panel.")
        && !fault.code().startsWith("sql.invalid");
  }

  private synchronized Frame shown(Panel panel) {
    Known last = known.get(panel.id());
    if (last != null && last.of().equals(panel)) {
      return last.frame();
    }
    return new Frame(
        panel.id(), panel.title(), panel, null, BoardFaults.slow(panel), List.of(), null);
  }

  private Frame computed(Panel panel) {
    MappingFolder folder = shelf.folder();
    FewRows rows = new FewRows();
    Answer answer;
    try {
      Question question = new Question(panel.statement(), LIMIT, panel.kind().rows() + 1L);
      answer = city.figures().ask(question, folder.mappings().values(), new Stop(), rows);
    } catch (RunStopped away) {
      return faulty(panel, away.issue());
    } catch (RuntimeException broken) {
      return faulty(panel, BoardFaults.broken(panel));
    }
    Refusal refusal = answer.refusal();
    if (refusal != null) {
      return faulty(panel, BoardFaults.placed(panel, refusal.issue()));
    }
    Set<String> undeclared = Sources.undeclared(folder, answer.tables(), panel.source());
    if (!undeclared.isEmpty()) {
      return faulty(panel, BoardFaults.undeclared(panel, undeclared));
    }
    List<Mapping> filling = Sources.filling(folder, answer.tables());
    boolean hide = panel.hideSmall() || filling.stream().anyMatch(SmallCounts::countsPersons);
    Read read = new FigureReader(panel, hide).read(rows);
    if (read.figure() == null) {
      return new Frame(panel.id(), panel.title(), panel, null, read.fault(), List.of(), null);
    }
    List<Source> sources = new Sources(city.overview()).of(folder, filling);
    return new Frame(
        panel.id(), panel.title(), panel, read.figure(), null, sources, clock.instant());
  }

  private static Frame faulty(Panel panel, Issue fault) {
    return new Frame(panel.id(), panel.title(), panel, null, fault, List.of(), null);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
