package id.pde.app.server;

import id.pde.app.Wiring;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.receipt.OutboxStates;
import id.pde.route.Doorway;
import id.pde.route.Road;
import id.pde.route.door.MailWatch;
import id.pde.run.Claim;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.Inbox;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.Receiving;
import id.pde.run.Receiving.Received;
import id.pde.run.RowsSpool;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.run.TargetUnavailable;
import id.pde.run.WaitingWords;
import id.pde.run.node.FolderTurns;
import id.pde.run.pull.Bounds;
import id.pde.run.pull.Databases;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PulledRows;
import id.pde.source.rows.RowsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The road behind the routes: archive, load, answer. Safe for use by many threads. */
final class CityRoad implements Road {

  private static final Logger LOG = LoggerFactory.getLogger(CityRoad.class);

  /** A file dropped just before a tick is whole a moment later; the tick waits that long for it. */
  private static final Duration MOMENT = Duration.ofMillis(1100);

  private static final int LOOKS = 4;

  private final Wiring wiring;
  private final CityDoors doorways;
  private final OutboxStates states;
  private final Map<String, String> inboxMappings;
  private final Databases databases;
  private final FolderTurns turns;
  private final SourceWatch sources;
  private final Onlookers onlookers;
  private final Consumer<RunReport> hearer;
  private final RowsSpool spool = new RowsWriter();
  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
  private final LatelyHeard heard = new LatelyHeard();
  private volatile boolean ending;

  /**
   * @param ways where deliveries come from
   * @param hearer hears how every run ended
   */
  CityRoad(Wiring wiring, Ways ways, Consumer<RunReport> hearer) {
    this(wiring, ways, new SourceWatch(), hearer);
  }

  /**
   * As the other.
   *
   * @param sources is told what cannot be read
   */
  CityRoad(Wiring wiring, Ways ways, SourceWatch sources, Consumer<RunReport> hearer) {
    this.sources = sources;
    this.wiring = wiring;
    this.doorways = new CityDoors(wiring, () -> ending);
    this.states = wiring.states();
    this.inboxMappings = Map.copyOf(ways.inboxMappings());
    this.databases = ways.databases();
    this.turns = ways.turns();
    this.onlookers = ways.onlookers();
    this.hearer = hearer;
  }

  /**
   * Where deliveries come from.
   *
   * @param inboxMappings the mapping of each watched folder, by agency, and of each door, by name
   * @param turns of this server, where several watch the same folders
   * @param onlookers who watch what comes
   */
  record Ways(
      Map<String, String> inboxMappings,
      Databases databases,
      FolderTurns turns,
      Onlookers onlookers) {}

  /** From now on nothing more is claimed. */
  void end() {
    ending = true;
  }

  /** Lets go of what it holds; nothing runs any more. */
  void close() {
    doorways.close();
  }

  /** Finishes what earlier processes began, and answers what has no answer yet. */
  void recover() {
    if (ending) {
      return;
    }
    var recovered = wiring.recovery().recover(wiring::destination, RunListener.SILENT, turns);
    recovered.reports().forEach(this::ended);
    recovered.notes().forEach(CityRoad::note);
  }

  @Override
  public List<RunReport> load(Brought brought, Target target) {
    if (brought instanceof Brought.OfRows rows && rows.rows() instanceof PulledRows pulled) {
      List<RunReport> reports =
          watched(
              rows.name(),
              target,
              listener -> new PullRoad(wiring, spool, listener).load(rows.name(), pulled, target));
      reports.forEach(this::ended);
      return reports;
    }
    Destination destination = wiring.destination(target.mapping(), choices(target.period()));
    Receiving receiving = wiring.receiving();
    if (brought instanceof Brought.Claimed claimed) {
      return watched(
          claimed.claim().name(),
          target,
          listener -> claimed(receiving.receive(claimed.claim(), destination, listener)));
    }
    Delivery kept = kept(brought);
    boolean state = brought instanceof Brought.OfFile file && file.state();
    Destination way =
        state && new PullRoad(wiring, spool, RunListener.SILENT).isAgain(kept, target)
            ? wiring.destination(target.mapping(), PullRoad.again(target))
            : destination;
    List<RunReport> reports =
        watched(kept.name(), target, listener -> receiving.deliver(kept, way, listener));
    reports.forEach(this::ended);
    return reports;
  }

  private List<RunReport> watched(String name, Target target, Onlookers.Load load) {
    String any = Claim.anyOf(target.mapping());
    String agency = any == null ? target.mapping().replaceFirst("/.*$", "") : any;
    return onlookers.watch(new Text("Memuat " + name, "Loading " + name), agency, load);
  }

  @Override
  public PulledRows pull(Pull pull) {
    return databases.pull(pull);
  }

  @Override
  public Map<String, Object> bounds(String mapping) {
    return Bounds.of(wiring.work(mapping, Choices.DEFAULT).mapping(), wiring.pulls().mark(mapping));
  }

  @Override
  public Doorway doorway() {
    return doorways.doorway();
  }

  @Override
  public MailWatch.Desk landing(String door, String agency, Consumer<Claim> taker) {
    return doorways.landing(
        new CityDoors.Door(agency, inboxMappings.getOrDefault(door, "")),
        claim -> {
          tell(() -> states.tell(agency, claim.name(), WaitingWords.AT_WORK));
          taker.accept(claim);
        });
  }

  @Override
  public void look(String agency, Consumer<Claim> taker) {
    if (ending) {
      return;
    }
    // Without a database nothing is taken: files wait where their sender put them.
    Inbox inbox = inboxes.computeIfAbsent(agency, this::inbox);
    try {
      wiring.connections();
      if (!turns.take(agency)) {
        return;
      }
    } catch (TargetUnavailable away) {
      Map<String, Text> waiting = new HashMap<>();
      inbox.lying().forEach(name -> waiting.put(name, WaitingWords.NO_DATABASE));
      tell(() -> states.tell(agency, waiting));
      return;
    }
    try {
      look(agency, inbox, taker);
    } finally {
      turns.leave(agency);
    }
  }

  private void look(String agency, Inbox inbox, Consumer<Claim> taker) {
    BooleanSupplier goesOn = () -> !ending && turns.holds(agency);
    Consumer<Claim> told =
        claim -> {
          tell(() -> states.tell(agency, claim.name(), WaitingWords.AT_WORK));
          taker.accept(claim);
        };
    Inbox.Look look = inbox.look(told, goesOn);
    look.notes().forEach(CityRoad::note);
    for (int looks = 1; look.unsettled() > 0 && looks < LOOKS && goesOn.getAsBoolean(); looks++) {
      if (!pause()) {
        return;
      }
      look = inbox.look(told, goesOn);
      look.notes().forEach(CityRoad::note);
    }
    noted("inbox/" + agency, inbox.obstacle());
    Map<String, Text> waiting = look.waiting();
    tell(() -> states.tell(agency, waiting));
  }

  @Override
  public void noted(String source, @Nullable Issue ill) {
    if (ill == null) {
      sources.well(source);
    } else {
      sources.ill(source, ill.code());
    }
  }

  /** An outbox that cannot be written keeps nothing else from going on. */
  private static void tell(Runnable telling) {
    try {
      telling.run();
    } catch (UncheckedIOException full) {
      LOG.warn("no state in the outbox: {}", full.getClass().getSimpleName());
    }
  }

  private Inbox inbox(String agency) {
    String mapping = inboxMappings.getOrDefault(agency, "");
    Inbox inbox =
        new Inbox(
            new Inbox.Spot(wiring.settings().home(), agency, mapping),
            new Inbox.Next(wiring.claims(), wiring.archive()),
            Inbox.Settings.DEFAULT,
            wiring.clock());
    inbox.obstacles().forEach(CityRoad::note);
    return inbox;
  }

  private List<RunReport> claimed(Received received) {
    Issue note = received.note();
    if (received.reports().isEmpty()) {
      throw new SourceUnreadable(note == null ? broken("claim") : note, null);
    }
    if (note != null) {
      note(note);
    }
    received.reports().forEach(this::ended);
    return received.reports();
  }

  private Delivery kept(Brought brought) {
    if (brought instanceof Brought.OfFile file) {
      return wiring.archive().keep(file.file(), file.name(), null);
    }
    if (brought instanceof Brought.OfBytes bytes) {
      return bytes(bytes);
    }
    if (brought instanceof Brought.OfRows rows) {
      return wiring.archive().keepRows(rows.name(), file -> rows(rows, file));
    }
    throw new IllegalArgumentException("a claim is received, not kept");
  }

  private Delivery bytes(Brought.OfBytes bytes) {
    Path work = wiring.settings().home().work();
    try {
      Files.createDirectories(work);
      Path file = Files.createTempFile(work, "bytes", "");
      try {
        Files.copy(bytes.bytes(), file, StandardCopyOption.REPLACE_EXISTING);
        return wiring.archive().keep(file, bytes.name(), null);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void rows(Brought.OfRows rows, Path file) {
    try (RowsSpool.Spool target = spool.open(file)) {
      Iterator<?> all = rows.rows();
      while (next(all, rows.name())) {
        Object row = taken(all, rows.name());
        if (row instanceof Map<?, ?> map) {
          target.add(named(map));
        } else if (row instanceof List<?> list) {
          target.add(list);
        } else {
          throw new SourceUnreadable(broken(rows.name()), null);
        }
      }
    }
  }

  private static boolean next(Iterator<?> rows, String name) {
    try {
      return rows.hasNext();
    } catch (RuntimeException cut) {
      throw new SourceUnreadable(broken(name), cut);
    }
  }

  private static @Nullable Object taken(Iterator<?> rows, String name) {
    try {
      return rows.next();
    } catch (RuntimeException cut) {
      throw new SourceUnreadable(broken(name), cut);
    }
  }

  private static Map<String, ?> named(Map<?, ?> row) {
    Map<String, @Nullable Object> named = new java.util.LinkedHashMap<>();
    row.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  /** Recovery may answer a run at the very moment when its own thread does: it ends once. */
  private void ended(RunReport report) {
    if (report.run() > 0 && !heard.first(report.run())) {
      return;
    }
    LOG.info(
        "run {} {} {} read {} accepted {} rejected {}",
        report.run(),
        report.mapping(),
        report.outcome().code(),
        report.counts().read(),
        report.counts().accepted(),
        report.counts().rejected());
    hearer.accept(report);
  }

  private static void note(Issue note) {
    LOG.warn("{}: {}: {}", note.location().shown(), note.code(), note.message().en());
  }

  private static Choices choices(@Nullable Period period) {
    return new Choices(period, Repeat.DUPLICATE, Duration.ofMinutes(1));
  }

  private static Issue broken(String name) {
    return Issue.of(
        "rows.broken",
        Severity.REFUSE,
        new Location.Whole(name),
        new Issue.Advice(
            "",
            new Text(
                "sumber terputus sebelum semua baris terbaca; tidak ada yang dimuat",
                "the source broke off before all rows were read; nothing was loaded"),
            new Text(
                "periksa sumber dan sambungannya; jadwal berikutnya mencoba lagi",
                "check the source and its connection; the next schedule tries again")));
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(MOMENT.toMillis());
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
