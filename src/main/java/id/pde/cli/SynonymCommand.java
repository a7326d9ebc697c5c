package id.pde.cli;

import id.pde.codes.Decision;
import id.pde.model.Text;
import id.pde.run.CodeSynonyms.Told;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a spelling a meaning before any delivery has it. */
@Command(name = "add")
final class SynonymCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Mixin private final DecisionWords words = new DecisionWords();

  SynonymCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Told told =
        engine.decisions().synonyms().add(words.list(), words.value(), words.code(), words.by());
    return say(
        console,
        told,
        (meaning, file) ->
            new Text(
                "Diputuskan: " + meaning + ", dicatat di " + file + ".",
                "Decided: " + meaning + ", kept in " + file + "."));
  }

  /** What was done, as it is said. */
  interface Done {
    Text of(String meaning, Path file);
  }

  static int say(Output console, Told told, Done done) {
    if (told instanceof Told.Refused refused) {
      console.say(refused.why());
      return refused.missing() ? ExitCode.NOT_FOUND : ExitCode.USAGE;
    }
    Told.Kept kept = (Told.Kept) told;
    Decision decision = kept.decision();
    String meaning = "\"" + Printable.name(decision.value()) + "\" = " + decision.code();
    console.say(done.of(meaning, kept.file()));
    return ExitCode.DONE;
  }
}
