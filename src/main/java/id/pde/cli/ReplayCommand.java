package id.pde.cli;

import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.MappingFiles;
import id.pde.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads from the archive what was not loaded when it came. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(
      names = {"-m", "--mapping"},
      paramLabel = "ID",
      descriptionKey = "replay-mapping")
  private @Nullable String mapping;

  @Option(names = "--rejects", descriptionKey = "replay-rejects")
  private boolean rejects;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ReplayCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport run = Found.run(engine.ledger(), number);
    if (rejects) {
      return rejects(run);
    }
    if (!run.unassigned() && run.outcome() != RunOutcome.REFUSED) {
      throw new Misuse(
          new Text(
              "Run "
                  + number
                  + " sudah melalui pemetaan "
                  + run.mapping()
                  + "; versi ini mengulang kiriman yang menunggu pemetaan atau ditolak seluruhnya,"
                  + " dan baris yang menunggu (--rejects).",
              "Run "
                  + number
                  + " went through the mapping "
                  + run.mapping()
                  + "; this version replays deliveries that wait for a mapping or were refused as a"
                  + " whole, and rows that wait (--rejects)."));
    }
    String id = mapping == null && !run.unassigned() ? run.mapping() : mapping;
    Period given = null;
    if (id != null) {
      Mapping known = usable(id);
      // A period that the sender gave is not in the delivery; one that the mapping finds is.
      given = known.period() == null ? run.period() : null;
    }
    Choices choices = new Choices(given, Repeat.DUPLICATE, Duration.ZERO);
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = engine.replay(new Engine.Replay(run, id, choices), progress);
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  /** Loads what waits in quarantine of a run. */
  private int rejects(RunReport run) {
    if (mapping != null) {
      throw new Misuse(
          new Text(
              "Baris yang menunggu dimuat lewat pemetaan runnya; tanpa -m.",
              "Rows that wait are loaded through the mapping of their run; without -m."));
    }
    AtomicLong waiting = new AtomicLong();
    engine.ledger().rejects(run.run(), row -> waiting.incrementAndGet());
    if (waiting.get() == 0) {
      throw new NotFound(
          new Text(
              "Tidak ada baris run " + number + " yang menunggu.",
              "No row of run " + number + " waits."));
    }
    usable(run.mapping());
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = List.of(engine.replayRejects(run, progress));
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  private Mapping usable(String id) {
    MappingFiles files = engine.mappings();
    MappingFiles.Found found = files.find(id);
    Mapping known = found.mapping();
    if (known == null) {
      throw new FaultyMapping(found.faults(), files.exists(id));
    }
    return known;
  }
}
