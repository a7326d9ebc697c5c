package id.pde.cli;

import id.pde.cli.Engine.Stay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the sample city through the real routes, then serves. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  private final Engine engine;

  @Option(names = "--no-serve", descriptionKey = "no-serve")
  private boolean leave;

  DemoCommand(Engine engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    return engine.demo(leave ? Stay.LEAVE : Stay.SERVE);
  }
}
