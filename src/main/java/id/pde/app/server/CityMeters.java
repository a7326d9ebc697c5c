package id.pde.app.server;

import id.pde.run.RunReport;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Overview.Newest;
import id.pde.run.overview.Quarantine;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.RunLine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How old the data of each dataset are and how many rows of each agency wait: looked up now and
 * then, so that whoever reads the figures never waits for the database.
 */
final class CityMeters implements Consumer<RunReport>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CityMeters.class);

  /** After a run the figures are new within one of these; without one, after {@link #IDLE}. */
  private static final Duration TICK = Duration.ofSeconds(10);

  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Overview overview;
  private final Quarantine quarantine;
  private final InstantSource clock;
  private final MultiGauge ages;
  private final MultiGauge open;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private long idle;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pde-meters");
            thread.setDaemon(true);
            return thread;
          });

  CityMeters(MeterRegistry registry, ConsoleCity city, InstantSource clock) {
    this(registry, city.overview(), city.quarantine(), clock);
  }

  CityMeters(
      MeterRegistry registry, Overview overview, Quarantine quarantine, InstantSource clock) {
    this.overview = overview;
    this.quarantine = quarantine;
    this.clock = clock;
    this.ages =
        MultiGauge.builder("pde.dataset.age")
            .description("Since the newest load of a dataset")
            .baseUnit("seconds")
            .register(registry);
    this.open =
        MultiGauge.builder("pde.rejects.open")
            .description("Rows in quarantine that are neither settled nor ignored")
            .register(registry);
  }

  /** Looks now and from then on, as long as the database is there. */
  void start(DatabaseWatch database) {
    Future<?> unused =
        looking.scheduleWithFixedDelay(
            () -> {
              idle++;
              boolean due = idle >= IDLE.dividedBy(TICK);
              if (database.isUp() && (changed.getAndSet(false) || due)) {
                idle = 0;
                look();
              }
            },
            0,
            TICK.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void accept(RunReport report) {
    changed.set(true);
  }

  /** What cannot be looked up keeps its figure. */
  void look() {
    try {
      List<Row<?>> loaded = new ArrayList<>();
      Map<String, Long> rows = new TreeMap<>();
      for (Newest newest : overview.newest(null)) {
        rows.put(newest.last().agency(), 0L);
        RunLine run = newest.loaded();
        if (run != null) {
          loaded.add(
              Row.of(
                  Tags.of("dataset", newest.mapping()),
                  run,
                  one -> Duration.between(one.finished(), clock.instant()).toSeconds()));
        }
      }
      ages.register(loaded, true);
      quarantine.shares(Facets.of(null)).forEach(one -> rows.put(one.agency(), one.rows()));
      List<Row<?>> waiting = new ArrayList<>();
      rows.forEach((agency, number) -> waiting.add(Row.of(Tags.of("agency", agency), number)));
      open.register(waiting, true);
    } catch (RuntimeException away) {
      // Whatever it is: a look that broke must not be the last one.
      LOG.debug("figures of the city are looked up later: {}", away.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
