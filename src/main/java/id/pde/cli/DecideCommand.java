package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.CodeDecisions.Decided;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says for good which code a value means. */
@Command(name = "decide")
final class DecideCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Mixin private final DecisionWords words = new DecisionWords();

  DecideCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Decided decided =
        engine.decisions().decide(words.list(), words.value(), words.code(), words.by());
    if (decided instanceof Decided.Refused refused) {
      console.say(refused.why());
      return refused.missing() ? ExitCode.NOT_FOUND : ExitCode.USAGE;
    }
    Decided.Kept kept = (Decided.Kept) decided;
    String meaning =
        "\"" + kept.value().value() + "\" = " + kept.code().code() + " " + kept.code().name();
    console.say(
        new Text(
            "Diputuskan: " + meaning + ", dicatat di " + kept.file() + ".",
            "Decided: " + meaning + ", kept in " + kept.file() + "."));
    if (kept.value().waiting() > 0) {
      String next =
          kept.value().runs().stream()
              .map(run -> "pde replay " + run + " --rejects")
              .collect(Collectors.joining("; "));
      console.say(
          new Text("Muat baris yang menunggu: " + next, "Load the rows that wait: " + next));
    }
    return ExitCode.DONE;
  }
}
