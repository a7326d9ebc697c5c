package id.pde.cli;

import id.pde.mapping.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private PasswordOption password;

  GuessCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    DeliveryOptions.requireFile(file);
    List<Secret> secrets = password.secrets();
    String proposal =
        engine.only(
            file, secrets, one -> engine.guesser(secrets).guess(one, sheet, console.language()));
    console.out().print(proposal);
    return ExitCode.DONE;
  }
}
