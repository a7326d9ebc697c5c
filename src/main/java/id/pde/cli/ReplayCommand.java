package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.MappingFiles;
import id.pde.run.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads from the archive what no mapping took when it came. */
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

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ReplayCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport run = Found.run(engine.ledger(), number);
    if (!run.unassigned()) {
      throw new Misuse(
          new Text(
              "Run "
                  + number
                  + " sudah melalui pemetaan "
                  + run.mapping()
                  + "; versi ini hanya mengulang kiriman yang menunggu pemetaan.",
              "Run "
                  + number
                  + " went through the mapping "
                  + run.mapping()
                  + "; this version replays deliveries that wait for a mapping only."));
    }
    String id = mapping;
    if (id != null) {
      MappingFiles files = engine.mappings();
      MappingFiles.Found found = files.find(id);
      if (found.mapping() == null) {
        throw new FaultyMapping(found.faults(), files.exists(id));
      }
    }
    Choices choices = new Choices(null, Repeat.DUPLICATE, Duration.ZERO);
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = engine.replay(new Engine.Replay(run, id, choices), progress);
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }
}
