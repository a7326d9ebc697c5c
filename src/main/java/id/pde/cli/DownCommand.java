package id.pde.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the server and the embedded database. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

  private final Engine engine;

  DownCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return engine.down();
  }
}
