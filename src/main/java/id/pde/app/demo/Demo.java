package id.pde.app.demo;

import id.pde.app.Settings;
import id.pde.app.demo.SampleCity.Drop;
import id.pde.app.server.Server;
import id.pde.app.server.Up;
import id.pde.cli.Engine.Stay;
import id.pde.cli.Output;
import id.pde.model.Text;
import id.pde.run.Ledger;
import id.pde.run.Ledger.Filter;
import id.pde.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code pde demo}: starts the server, drops the sample city into its watched folders, tells what
 * happened.
 */
public final class Demo {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String MARK = "demo";

  private final Settings settings;
  private final Output output;
  private final SampleCity city;

  public Demo(Settings settings, Output output) {
    this.settings = settings;
    this.output = output;
    this.city =
        new SampleCity(
            Settings.launcher().resolve("src").resolve("main").resolve("demo"), settings.home());
  }

  /** Runs it; the exit code. */
  public int run(Stay stay) {
    if (!city.isThere()) {
      output.say(
          new Text(
              "Kota contoh tidak ada di " + city.folder() + "; jalankan ./pde dari checkout.",
              "The sample city is not at " + city.folder() + "; run ./pde from a checkout."));
      return 5;
    }
    if (hasOtherData()) {
      return refuse();
    }
    Optional<Integer> port = stay == Stay.LEAVE ? Optional.of(0) : Optional.empty();
    return new Up(settings, output.err()).up(port, server -> show(server, stay));
  }

  private Optional<Integer> show(Server server, Stay stay) {
    if (!server.hasDatabase()) {
      return Optional.of(6);
    }
    Ledger ledger = server.wiring().ledger();
    List<RunReport> before = ledger.runs(new Filter(null, null, 1));
    if (!before.isEmpty() && !isMarked()) {
      return Optional.of(refuse());
    }
    long last = before.isEmpty() ? 0 : before.get(0).run();
    try {
      mark();
      server.wiring().ensureKey();
      deliver(server, last);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return Optional.of(130);
    }
    List<RunReport> runs = since(ledger, last);
    new DemoStory(output, ledger).tell(runs);
    if (runs.size() < allRuns()) {
      return Optional.of(1);
    }
    if (stay == Stay.LEAVE) {
      return Optional.of(0);
    }
    // The address was said before a hundred lines of runs.
    String place = server.entrance();
    output.say(
        new Text(
            "Buka konsolnya di peramban: " + place + " (Ctrl+C menghentikan server)",
            "Open the console in a browser: " + place + " (Ctrl+C stops the server)"));
    return Optional.empty();
  }

  /** The first comes alone, for watched folders take turns as they like. */
  private void deliver(Server server, long last) throws IOException, InterruptedException {
    Ledger ledger = server.wiring().ledger();
    city.bringDatabase();
    city.drop(SampleCity.DROPS.get(0));
    await(ledger, last, 1);
    for (Drop drop : SampleCity.DROPS.subList(1, SampleCity.DROPS.size())) {
      city.drop(drop);
    }
    SampleCity.SCHEDULES.forEach(server::runNow);
    await(ledger, last, SampleCity.runs(SampleCity.DROPS) + SampleCity.SCHEDULES.size());
    for (Drop drop : SampleCity.LATER) {
      city.drop(drop);
    }
    await(ledger, last, allRuns());
  }

  /** Of all files, and of the schedules. */
  private static int allRuns() {
    return SampleCity.runs(SampleCity.DROPS)
        + SampleCity.runs(SampleCity.LATER)
        + SampleCity.SCHEDULES.size();
  }

  private void await(Ledger ledger, long last, int runs) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<RunReport> ended = since(ledger, last);
      if (ended.size() >= runs && ended.stream().allMatch(RunReport::answered)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static List<RunReport> since(Ledger ledger, long last) {
    List<RunReport> runs = new ArrayList<>();
    for (RunReport run : ledger.runs(new Filter(null, null, 100))) {
      if (run.run() > last) {
        runs.add(run);
      }
    }
    runs.sort(Comparator.comparingLong(RunReport::run));
    return runs;
  }

  /** Deliveries that are not ours: the demo would mix with somebody's work. */
  private boolean hasOtherData() {
    if (isMarked()) {
      return false;
    }
    Path archive = settings.home().archive();
    if (!Files.isDirectory(archive)) {
      return false;
    }
    try (var inside = Files.list(archive)) {
      @Nullable Path any = inside.findAny().orElse(null);
      return any != null;
    } catch (IOException unreadable) {
      return true;
    }
  }

  private boolean isMarked() {
    return Files.exists(settings.home().root().resolve(MARK));
  }

  private void mark() throws IOException {
    Path mark = settings.home().root().resolve(MARK);
    if (!Files.exists(mark)) {
      Files.writeString(mark, "pde demo\n");
    }
  }

  private int refuse() {
    output.say(
        new Text(
            "Di "
                + settings.home().root()
                + " atau di basis datanya sudah ada data lain; demo tidak mau"
                + " bercampur. Pakai folder lain: PDE_HOME=/folder/lain ./pde demo",
            "There are other data in "
                + settings.home().root()
                + " or its database; the demo does not"
                + " mix with them. Use another folder: PDE_HOME=/other/folder ./pde demo"));
    return 4;
  }
}
