package id.pde.app.server;

import id.pde.model.Text;
import id.pde.route.FolderComponent;
import id.pde.route.MailboxComponent;
import id.pde.route.PdeComponent;
import id.pde.route.PullComponent;
import id.pde.route.RouteFile;
import id.pde.route.RouteLoading;
import id.pde.route.door.FolderAddress;
import id.pde.run.Home;
import id.pde.run.node.LeasedTurns;
import id.pde.schedule.Fire;
import id.pde.schedule.Schedule;
import id.pde.schedule.Schedules;
import id.pde.schedule.keep.Keeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StreamCachingStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel with the routes of the deployment, and the clock that wakes them. */
final class CityRoutes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CityRoutes.class);
  private static final long DRAIN_SECONDS = 30;
  private static final int THREADS = 8;
  private static final long SPOOL_BYTES = 128 * 1024L;
  private static final Duration TICK = Duration.ofSeconds(10);

  /** A fire starts within a second of its time. */
  private static final Duration BEAT = Duration.ofMillis(500);

  private final CityRoad road;
  private final Schedules schedules;

  /** Of its own, for watched folders may keep the others busy. */
  private final Schedules heart;

  private final Keeper keeper;
  private final LeasedTurns turns;
  private final DefaultCamelContext camel = new DefaultCamelContext();

  private CityRoutes(CityRoad road, Keeper keeper, LeasedTurns turns) {
    this.turns = turns;
    this.road = road;
    this.keeper = keeper;
    this.heart = new Schedules(InstantSource.system(), 2, CityRoutes::skipped);
    this.schedules = new Schedules(InstantSource.system(), THREADS, CityRoutes::skipped);
  }

  /** What the routes need. */
  record Needs(
      Home home,
      CityRoad road,
      Keeper keeper,
      LeasedTurns turns,
      DatabaseWatch database,
      Map<String, DataSource> pools) {}

  static CityRoutes start(List<RouteFile> files, Needs needs) throws Exception {
    CityRoutes routes = new CityRoutes(needs.road(), needs.keeper(), needs.turns());
    routes.configure(needs);
    RouteLoading.add(routes.camel, files);
    routes.every("pde.database", fire -> needs.database().look());
    routes.every("pde.recovery", fire -> routes.recover(needs.database()));
    routes.camel.start();
    routes.heart.start(
        new Schedule("pde.timetable", new Schedule.Timing.Every(BEAT), Schedule.DEFAULT_ZONE),
        fire -> routes.keeper.beat());
    routes.heart.start(
        new Schedule("pde.folders", new Schedule.Timing.Every(TICK), Schedule.DEFAULT_ZONE),
        fire -> needs.turns().renew());
    return routes;
  }

  private void configure(Needs needs) {
    camel.getCamelContextExtension().setName("pde");
    camel.disableJMX();
    camel.setLogMask(true);
    camel.setLoadTypeConverters(false);
    camel.setAllowUseOriginalMessage(false);
    camel.getShutdownStrategy().setTimeout(DRAIN_SECONDS);
    camel.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
    StreamCachingStrategy caching = camel.getStreamCachingStrategy();
    caching.setSpoolEnabled(true);
    caching.setSpoolThreshold(SPOOL_BYTES);
    caching.setSpoolDirectory(needs.home().work().resolve("camel").toFile());
    needs.pools().forEach((name, pool) -> camel.getRegistry().bind(name, pool));
    camel.addComponent("pde", new PdeComponent(needs.road(), schedules, keeper));
    camel.addComponent("jdbc", new PullComponent(needs.road()));
    camel.addComponent("imaps", new MailboxComponent(needs.road(), schedules));
    for (FolderAddress.Kind kind : FolderAddress.Kind.values()) {
      camel.addComponent(kind.scheme(), new FolderComponent(kind, needs.road(), schedules));
    }
  }

  private void every(String name, Consumer<Fire> task) {
    schedules.start(
        new Schedule(name, new Schedule.Timing.Every(TICK), Schedule.DEFAULT_ZONE), task);
  }

  /** Fires a schedule at once; false where there is none of that name. */
  boolean runNow(String schedule) {
    return keeper.runNow(schedule, "pde up");
  }

  private void recover(DatabaseWatch database) {
    if (database.isUp()) {
      road.recover();
    }
  }

  /** Claims nothing more, lets runs under way end within the limit, then stops. */
  @Override
  public void close() {
    road.end();
    keeper.rest();
    schedules.close();
    camel.stop();
    road.close();
    heart.close();
    turns.close();
    keeper.close();
  }

  private static void skipped(Fire fire, Schedules.Listener.Why why) {
    Text reason =
        switch (why) {
          case STILL_RUNNING ->
              new Text("proses sebelumnya masih berjalan", "the run before it still goes on");
          case MISSED -> new Text("waktunya terlewat", "its time had passed");
        };
    if (fire.schedule().startsWith("inbox.")
        || fire.schedule().startsWith("door.")
        || fire.schedule().startsWith("events.")
        || fire.schedule().startsWith("pde.")) {
      LOG.debug("tick {} left out: {}", fire.schedule(), reason.en());
    } else {
      LOG.warn("schedule {} of {} skipped: {}", fire.schedule(), fire.planned(), reason.en());
    }
  }
}
