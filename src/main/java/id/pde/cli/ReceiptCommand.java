package id.pde.cli;

import id.pde.run.RunReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The answer to the delivery of a run once more, in a folder: for its sender only. */
@Command(name = "receipt")
final class ReceiptCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "receipt-out")
  private Path folder;

  ReceiptCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    RunReport report = Found.run(engine.ledger(), number);
    engine.receipt(report, folder).forEach(name -> console.out().println(Printable.name(name)));
    return ExitCode.DONE;
  }
}
