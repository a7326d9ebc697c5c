package id.pde.cli;

import id.pde.model.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The databases of agencies that routes may ask. */
@Command(name = "source")
final class SourceCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  SourceCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<String> names = engine.sources().names();
    if (json) {
      Json.print(
          console.out(),
          out -> {
            out.writeStartArray();
            for (String name : names) {
              out.writeString(name);
            }
            out.writeEndArray();
          });
    } else if (names.isEmpty()) {
      console.say(
          new Text(
              "Tidak ada basis data di mappings/agencies.yaml.",
              "There is no database in mappings/agencies.yaml."));
    } else {
      names.forEach(console.out()::println);
    }
    return ExitCode.DONE;
  }
}
