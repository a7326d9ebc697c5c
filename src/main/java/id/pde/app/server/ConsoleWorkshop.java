package id.pde.app.server;

import id.pde.app.CommandEngine;
import id.pde.app.Wiring;
import id.pde.cli.Engine.Order;
import id.pde.cli.Output;
import id.pde.guess.Guesser.Wish;
import id.pde.model.Cell;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.FileFacts;
import id.pde.run.GridSource;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.MappingFiles.Found;
import id.pde.run.MappingFolder;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.RunStopped;
import id.pde.run.Tried;
import id.pde.run.Tryout;
import id.pde.run.overview.Overview;
import id.pde.run.studio.MappingHistory;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingVersions;
import id.pde.run.studio.Sample;
import id.pde.run.studio.Samples;
import id.pde.source.SampleFacts;
import id.pde.web.Workshop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio on the engine of the commands. Safe for use by many threads. */
final class ConsoleWorkshop implements Workshop, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleWorkshop.class);

  /** So many runs of a dataset are looked at for one whose bytes are still there. */
  private static final int RUNS = 50;

  /** Seconds between two looks at the folder. */
  private static final int LOOK = 20;

  private final Wiring wiring;
  private final Output output;
  private final Supplier<Overview> overview;
  private final Samples samples;
  private final MappingShelf shelf;
  private final MappingHistory history;
  private @Nullable MappingFolder looked;
  private final ScheduledExecutorService sweeping =
      Executors.newSingleThreadScheduledExecutor(ConsoleWorkshop::inTheBackground);

  ConsoleWorkshop(
      Wiring wiring, Output output, Supplier<Overview> overview, MappingVersions versions) {
    this.wiring = wiring;
    this.output = output;
    this.overview = overview;
    this.samples = new Samples(wiring.settings().home().work().resolve("studio"), wiring.clock());
    this.shelf = new MappingShelf(wiring.settings().mappings());
    this.history = new MappingHistory(shelf, versions);
    // Nobody may come by for days, and samples hold what belongs to persons.
    Future<?> unused = sweeping.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.HOURS);
    Future<?> unusedLook =
        sweeping.scheduleWithFixedDelay(this::look, LOOK, LOOK, TimeUnit.SECONDS);
  }

  private static Thread inTheBackground(Runnable work) {
    Thread thread = new Thread(work, "pde-studio");
    thread.setDaemon(true);
    return thread;
  }

  private void sweep() {
    try {
      samples.removeOld();
    } catch (UncheckedIOException unreadable) {
      LOG.warn("samples of the studio cannot be thrown away: {}", unreadable.getMessage());
    }
  }

  /** Files that were changed outside PDE are noted soon, whether or not somebody looks. */
  @SuppressWarnings("ReferenceEquality") // It is another one only where a file changed.
  private void look() {
    try {
      MappingFolder now = wiring.mappings().read();
      if (now != looked) {
        history.seeAll();
        looked = now;
      }
    } catch (RunStopped | UncheckedIOException later) {
      LOG.warn("versions of mappings are noted later: {}", later.getMessage());
    }
  }

  @Override
  public void close() {
    sweeping.shutdownNow();
  }

  private CommandEngine engine(Sample sample) {
    return new CommandEngine(wiring, output, sample.who());
  }

  @Override
  public Samples samples() {
    return samples;
  }

  @Override
  public MappingShelf shelf() {
    return shelf;
  }

  @Override
  public MappingHistory history() {
    return history;
  }

  @Override
  public FileFacts facts(Sample sample) {
    return engine(sample).only(sample.file(), List.of(), SampleFacts::of);
  }

  @Override
  public List<GridSource.Sheet> sheets(Sample sample) {
    CommandEngine engine = engine(sample);
    return engine.only(sample.file(), List.of(), file -> engine.grids().sheets(file));
  }

  @Override
  public List<RawRow> raw(Sample sample, int sheet, int rows) {
    List<RawRow> found = new ArrayList<>();
    CommandEngine engine = engine(sample);
    return engine.only(
        sample.file(),
        List.of(),
        file -> {
          try {
            engine
                .grids()
                .raw(
                    file,
                    sheet,
                    (number, cells) -> {
                      found.add(new RawRow(number, Stream.of(cells).map(Cell::text).toList()));
                      if (found.size() >= rows) {
                        throw new Enough();
                      }
                    });
          } catch (Enough enough) {
            // The rows so far are all that is wanted.
          }
          return found;
        });
  }

  /** Ends a reading that has shown enough; never leaves this class. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  @Override
  public String guess(Sample sample, Wish wish, Language language) {
    CommandEngine engine = engine(sample);
    return engine.only(
        sample.file(),
        List.of(),
        file -> engine.guesser(List.of()).guessWithin(file, wish, language));
  }

  @Override
  public Found checked(Sample sample, MappingFolder others) {
    return checked(engine(sample), sample.mapping(), sample.draft(), others);
  }

  @Override
  public Found checked(String who, String mapping, String yaml, MappingFolder others) {
    try {
      Path draft = Files.createTempFile(wiring.settings().home().work(), "mapping", ".yaml");
      try {
        Files.writeString(draft, yaml);
        return checked(new CommandEngine(wiring, output, who), mapping, draft, others);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Found checked(CommandEngine engine, String mapping, Path draft, MappingFolder others) {
    Found found = wiring.mappings().drafted(others, mapping, draft);
    if (found.mapping() == null) {
      return found;
    }
    List<Issue> faults = new ArrayList<>(found.faults());
    faults.addAll(engine.warnings(found.mapping()));
    return new Found(found.mapping(), found.agency(), found.codes(), faults);
  }

  @Override
  public Tried tried(Sample sample, Found found, RunListener listener) {
    return engine(sample)
        .only(sample.file(), List.of(), file -> Tryout.of(file, found, wiring.readers(), listener));
  }

  @Override
  public List<RunReport> plan(Sample sample, Found found, RunListener listener) {
    return engine(sample).plan(new Order(sample.file(), found, Choices.DEFAULT), listener);
  }

  @Override
  public Optional<Archived> newest(String mapping) {
    return overview.get().runs(new Overview.Runs(null, mapping, null, null, null, RUNS)).stream()
        .map(line -> wiring.ledger().run(line.run()))
        .filter(run -> run != null && run.undo().of() == null)
        .filter(run -> wiring.archive().has(run.source()))
        .findFirst()
        .map(run -> new Archived(run, run.source().name()));
  }

  @Override
  public InputStream open(Archived archived) throws IOException {
    return Files.newInputStream(wiring.archive().find(archived.run().source()).file());
  }
}
