package id.pde.cli;

import id.pde.run.Ledger;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import id.pde.run.resubmit.Repairing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run: what happened, and whether it adds up. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RunCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Ledger ledger = engine.ledger();
    RunReport run = Repairing.told(Found.run(ledger, number), ledger);
    if (json) {
      console.out().println(ReportJson.text(run, console.language()));
    } else {
      new ReportPrinter(console).print(run, false);
    }
    return ExitCode.DONE;
  }
}
