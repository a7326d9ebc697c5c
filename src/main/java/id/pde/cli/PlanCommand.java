package id.pde.cli;

import id.pde.cli.Engine.Order;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a load would do; writes nothing. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file;

  @Mixin private DeliveryOptions delivery;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  PlanCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Choices choices = new Choices(delivery.period(), Repeat.DUPLICATE, Duration.ZERO);
    String id = delivery.mapping();
    if (id == null) {
      throw new Misuse(
          new Text(
              "Rencana butuh pemetaan: tambahkan -m ID.", "A plan needs a mapping: add -m ID."));
    }
    List<RunReport> reports = run(DeliveryOptions.planned(engine, file, id, choices));
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  private List<RunReport> run(Order order) {
    try (ProgressLine progress = new ProgressLine(console)) {
      return engine.plan(order, progress);
    }
  }
}
