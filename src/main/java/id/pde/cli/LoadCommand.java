package id.pde.cli;

import id.pde.cli.Engine.Order;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run now. */
@Command(name = "load")
final class LoadCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file;

  @Mixin private DeliveryOptions delivery;

  @Option(names = "--force", descriptionKey = "force")
  private boolean force;

  @Option(names = "--wait", paramLabel = "S", defaultValue = "0", descriptionKey = "wait")
  private int seconds;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  LoadCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Choices choices =
        new Choices(
            delivery.period(),
            force ? Repeat.FORCE : Repeat.DUPLICATE,
            Duration.ofSeconds(Math.max(0, seconds)));
    RunReport report = run(delivery.order(engine, file, choices));
    new ReportPrinter(console).print(report, json);
    return ExitCode.of(report);
  }

  private RunReport run(Order order) {
    try (ProgressLine progress = new ProgressLine(console)) {
      return engine.load(order, progress);
    }
  }
}
