package id.pde.kill;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Language;
import id.pde.receipt.OutboxAnswers;
import id.pde.receipt.annotate.Annotator;
import id.pde.run.Archive;
import id.pde.run.Claims;
import id.pde.run.Home;
import id.pde.run.Inbox;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Loader;
import id.pde.run.NormaliserChecks;
import id.pde.run.Receiving;
import id.pde.run.Recovery;
import id.pde.run.RunListener;
import id.pde.run.RunStep;
import id.pde.run.Samples;
import id.pde.run.Work;
import id.pde.source.Readers;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresWarehouse;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The child process: takes what lies in the inbox, answers it, and ends. */
public final class KilledRoad {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long PAUSE = 20;

  private KilledRoad() {}

  /**
   * Arguments: home, table, milliseconds to pause at each step, whole or split. Loads the first
   * delivery, waits for a byte, then loads the second one and says at which millisecond it came to
   * which step. By then its classes are loaded, so the times of two processes are much alike.
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments[3].equals("split")) {
      SplitDriver.install();
    }
    ConnectionSettings settings =
        new ConnectionSettings(
            environment("PDE_DB_URL"),
            environment("PDE_DB_USER"),
            new Password(environment("PDE_DB_PASSWORD")));
    Trial trial = new Trial(new Home(Path.of(arguments[0])), arguments[1]);
    trial.prepare(settings);
    System.out.println(Timeline.PREPARED + " 0");
    if (System.in.read() < 0) {
      return;
    }
    StepTeller teller = new StepTeller(System.nanoTime(), Long.parseLong(arguments[2]));
    teller.tell(Timeline.BEGUN);
    run(trial.home(), trial.table(), settings, teller);
    teller.tell(Timeline.ENDED);
  }

  private static String environment(String name) {
    return Objects.requireNonNull(System.getenv(name), name);
  }

  /** Works until nothing is left to do. */
  static void run(Home home, String table, ConnectionSettings settings, RunListener listener)
      throws IOException, InterruptedException {
    Connections connections = new Connections(settings);
    PostgresLedger ledger = new PostgresLedger(connections);
    PostgresWarehouse warehouse = new PostgresWarehouse(connections, home.work());
    Loader loader =
        new Loader(
            new Loader.Ports(new Readers(), warehouse, ledger),
            new NormaliserChecks(CodeLists.NONE),
            InstantSource.system());
    Work work = new Work(mapping(table), loader, Choices.DEFAULT);
    long end = System.nanoTime() + LONGEST.toNanos();
    try (Archive archive = new Archive(home, 0);
        Claims claims = new Claims(home, InstantSource.system())) {
      OutboxAnswers answers =
          new OutboxAnswers(
              home,
              agency -> Language.ID,
              ZoneId.of("Asia/Jakarta"),
              new Annotator(
                  new Annotator.Ports(new Readers(), archive, ledger, id -> work.mapping()),
                  home.work().resolve("answers")));
      Receiving receiving = new Receiving(archive, claims, answers, ledger);
      Recovery recovery = new Recovery(receiving, claims, archive, ledger);
      Inbox inbox =
          new Inbox(
              new Inbox.Spot(home, "dkupp", "dkupp/" + table),
              new Inbox.Next(claims, archive),
              new Inbox.Settings(2, Duration.ofMillis(PAUSE)),
              InstantSource.system());
      if (!inbox.obstacles().isEmpty()) {
        throw new IOException("the inbox cannot be watched");
      }
      do {
        recovery.recover(mapping -> Optional.of(work), listener);
        inbox.look(claim -> receiving.receive(claim, work, listener));
        TimeUnit.MILLISECONDS.sleep(PAUSE);
      } while (isLeft(home) && System.nanoTime() < end);
    }
  }

  private static boolean isLeft(Home home) throws IOException {
    return holdsAnything(home.inbox().resolve("dkupp"))
        || holdsAnything(home.work().resolve("claims"));
  }

  private static boolean holdsAnything(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.anyMatch(file -> !file.endsWith(".turn"));
    }
  }

  /** Tells each step and stays there a while, so that a kill finds every one of them. */
  private record StepTeller(long begun, long pause) implements RunListener {

    @Override
    public void reached(RunStep step) {
      tell(step.name());
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void tell(String name) {
      System.out.println(name + " " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
  }

  static Mapping mapping(String table) {
    Tolerance lenient = new Tolerance(BigDecimal.ONE, 500, BigDecimal.ONE, Empty.REFUSE);
    Mapping sample = Samples.mapping(LoadMode.MERGE, Repeated.REJECT, lenient);
    return new Mapping(
        "dkupp/" + table,
        sample.agency(),
        sample.title(),
        sample.description(),
        sample.zone(),
        sample.source(),
        new TargetSpec(table, sample.target().key(), LoadMode.MERGE, Repeated.REJECT),
        sample.columns(),
        sample.tolerance(),
        sample.drift(),
        sample.text());
  }
}
