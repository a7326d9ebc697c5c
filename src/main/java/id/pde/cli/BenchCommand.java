package id.pde.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures PDE against PostgreSQL's own COPY, on this machine. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

  private final Engine engine;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      descriptionKey = "bench-rows")
  private int rows;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", descriptionKey = "bench-rounds")
  private int rounds;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  BenchCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--rows=" + rows);
    arguments.add("--rounds=" + rounds);
    if (json) {
      arguments.add("--json");
    }
    return engine.bench(arguments);
  }
}
