package id.pde.cli;

import id.pde.cli.Engine.Order;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(names = "--agency", paramLabel = "A", descriptionKey = "load-agency")
  private @Nullable String agency;

  @Option(names = "--force", descriptionKey = "force")
  private boolean force;

  @Option(names = "--wait", paramLabel = "S", defaultValue = "0", descriptionKey = "wait")
  private int seconds;

  @Option(names = "--plan", paramLabel = "HASH", descriptionKey = "load-plan")
  private @Nullable List<String> plans;

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
            Duration.ofSeconds(Math.max(0, seconds)),
            plans == null ? Set.of() : Set.copyOf(plans));
    String id = delivery.mapping();
    List<RunReport> reports = id == null ? recognised(choices) : named(id, choices);
    new ReportPrinter(console).print(reports, json);
    return ExitCode.of(reports);
  }

  private List<RunReport> named(String id, Choices choices) {
    if (agency != null) {
      throw new Misuse(
          new Text(
              "--agency hanya untuk memuat tanpa -m.", "--agency is for loading without -m only."));
    }
    Order order = DeliveryOptions.order(engine, file, id, choices);
    try (ProgressLine progress = new ProgressLine(console)) {
      return engine.load(order, progress);
    }
  }

  private List<RunReport> recognised(Choices choices) {
    DeliveryOptions.requireFile(file);
    String whose = agency == null ? "" : agency;
    if (agency != null && !engine.mappings().read().agencies().containsKey(agency)) {
      throw new NotFound(
          new Text("Dinas " + agency + " tidak ada.", "There is no agency " + agency + "."));
    }
    try (ProgressLine progress = new ProgressLine(console)) {
      return engine.loadRecognised(new Engine.Unnamed(file, whose, choices), progress);
    }
  }
}
