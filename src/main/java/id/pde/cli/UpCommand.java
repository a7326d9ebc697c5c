package id.pde.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server: routes, schedules, watched folders. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

  private final Engine engine;

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private @Nullable Integer port;

  UpCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return engine.up(Optional.ofNullable(port));
  }
}
