package id.pde.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures PDE against PostgreSQL's own COPY, and its readers against others, on this machine. */
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

  @Option(names = "--only", paramLabel = "P", split = ",", descriptionKey = "bench-only")
  private List<Part> only = List.of();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** What can be measured alone. */
  enum Part {
    APPEND,
    MERGE,
    PLAN,
    UNDO,
    XLSX,
    GROWTH,
    CSV,
    XLS,
    PULL,
    FILES,
    ANSWER,
    PAGES
  }

  BenchCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--rows=" + rows);
    arguments.add("--rounds=" + rounds);
    if (!only.isEmpty()) {
      arguments.add("--only=" + only.stream().map(Part::name).collect(joining(",")));
    }
    if (json) {
      arguments.add("--json");
    }
    return engine.bench(arguments);
  }
}
