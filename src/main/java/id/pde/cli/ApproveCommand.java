package id.pde.cli;

import id.pde.run.RunReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads what a held run would have loaded; a second person says so. */
@Command(name = "approve")
final class ApproveCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Mixin private final PersonOptions person = new PersonOptions();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ApproveCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport held = Found.run(engine.ledger(), number);
    List<RunReport> reports;
    try (ProgressLine progress = new ProgressLine(console)) {
      reports = engine.approve(held, person.named(engine.user()), progress);
    }
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }
}
