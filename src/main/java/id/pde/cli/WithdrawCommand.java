package id.pde.cli;

import id.pde.model.Text;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes back what was decided about a spelling. */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(index = "0", paramLabel = "LIST", descriptionKey = "decide-list")
  private String list;

  @Parameters(index = "1", paramLabel = "VALUE", descriptionKey = "withdraw-value")
  private String value;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "CODE",
      defaultValue = "",
      descriptionKey = "withdraw-code")
  private String code;

  WithdrawCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    return SynonymCommand.say(
        console,
        engine.decisions().synonyms().withdraw(list, value, code),
        (meaning, file) ->
            new Text(
                "Ditarik: "
                    + meaning
                    + ", dihapus dari "
                    + file
                    + ". Baris yang sudah dimuat tidak berubah.",
                "Withdrawn: "
                    + meaning
                    + ", removed from "
                    + file
                    + ". Rows that were loaded do not change."));
  }
}
