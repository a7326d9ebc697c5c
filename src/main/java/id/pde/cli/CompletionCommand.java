package id.pde.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the script with which a shell completes {@code pde}'s words. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

  private final Output console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "shell")
  private Shell shell;

  /** The shells that are known. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  CompletionCommand(Output console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    console
        .out()
        .println(
            switch (shell) {
              case BASH -> AutoComplete.bash("pde", root);
              // picocli's script runs in zsh once zsh's own emulation of bash completion is on.
              case ZSH ->
                  "autoload -U +X compinit && compinit\n"
                      + "autoload -U +X bashcompinit && bashcompinit\n"
                      + AutoComplete.bash("pde", root);
              case FISH -> fish(root);
            });
    return ExitCode.DONE;
  }

  private static String fish(CommandLine root) {
    StringBuilder script = new StringBuilder();
    root.getSubcommands()
        .forEach(
            (name, command) -> {
              String about =
                  quoted(String.join(" ", command.getHelp().description().lines().toList()));
              script.append("complete -c pde -n __fish_use_subcommand -f -a ").append(name);
              script.append(" -d ").append(about).append('\n');
              for (OptionSpec option : command.getCommandSpec().options()) {
                script.append("complete -c pde -n '__fish_seen_subcommand_from ").append(name);
                script.append("' -l ").append(option.longestName().replaceFirst("^-+", ""));
                script.append(option.arity().max() > 0 ? " -r\n" : "\n");
              }
            });
    return script.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").strip() + "'";
  }
}
