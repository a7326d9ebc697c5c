package id.pde.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code pde} itself: shows what there is. */
@Command(name = "pde", synopsisSubcommandLabel = "COMMAND")
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec;

  // Read before picocli runs (Language is needed for its own messages); declared here so that help
  // shows it.
  @Option(
      names = "--lang",
      paramLabel = "id|en",
      descriptionKey = "lang",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("unused") // picocli calls it
  private void language(String words) {
    if (!words.strip().toLowerCase(Locale.ROOT).matches("(id|in|en)\\b.*")) {
      throw new ParameterException(
          spec.commandLine(),
          spec.resourceBundle().getString("pde.unknown-language").formatted(words));
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help",
      scope = ScopeType.INHERIT)
  @SuppressWarnings("unused") // picocli fills it; only its presence counts
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("pde.missing-command"));
  }
}
