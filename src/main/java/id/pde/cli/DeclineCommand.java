package id.pde.cli;

import id.pde.run.RunReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Refuses what a held run would have loaded. */
@Command(name = "decline")
final class DeclineCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Mixin private final PersonOptions person = new PersonOptions();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  DeclineCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport held = Found.run(engine.ledger(), number);
    RunReport declined = engine.decline(held, person.named(engine.user()));
    new ReportPrinter(console).print(declined, json);
    return ExitCode.DONE;
  }
}
