package id.pde.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a mapping for a file. */
@Command(name = "guess")
final class GuessCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "FILE", descriptionKey = "file")
  private Path file;

  @Option(names = "--sheet", paramLabel = "S", descriptionKey = "guess-sheet")
  private @Nullable String sheet;

  GuessCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    DeliveryOptions.requireFile(file);
    String proposal =
        engine.only(file, one -> engine.guesser().guess(one, sheet, console.language()));
    console.out().print(proposal);
    return ExitCode.DONE;
  }
}
