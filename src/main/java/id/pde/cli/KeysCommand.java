package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Keys;
import id.pde.run.Keys.Entry;
import id.pde.run.Keys.Rotated;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The keys of pseudonyms by their ids; never what they are. */
@Command(name = "keys")
final class KeysCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  KeysCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Entry> keys = engine.keys().list();
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      for (Entry key : keys) {
        array.add(
            out -> {
              out.writeStartObject();
              out.writeStringField("id", key.id());
              out.writeStringField("state", key.state().name().toLowerCase(Locale.ROOT));
              out.writeStringField("place", key.place());
              out.writeEndObject();
            });
      }
      array.end();
      return ExitCode.DONE;
    }
    if (keys.isEmpty()) {
      console.say(
          new Text(
              "Belum ada kunci. Buat dengan: pde keys new",
              "There is no key yet. Make one: pde keys new"));
      return ExitCode.DONE;
    }
    Table table = new Table(console.out());
    table.row("id", "state", "place");
    for (Entry key : keys) {
      String place = key.place().isEmpty() ? "-" : key.place();
      table.row(key.id(), key.state().name().toLowerCase(Locale.ROOT), place);
    }
    table.print();
    return ExitCode.DONE;
  }

  @Command(name = "new")
  int make() {
    Entry key = engine.keys().create();
    console.say(
        new Text(
            "Kunci "
                + key.id()
                + " dibuat di "
                + key.place()
                + " (PDE_HOME). Cadangkan berkas itu:"
                + " tanpa kunci ini nama samaran tidak dapat disambung lagi.",
            "The key "
                + key.id()
                + " was made in "
                + key.place()
                + " (PDE_HOME). Back that file"
                + " up: without it pseudonyms cannot be continued."));
    return ExitCode.DONE;
  }

  @Command(name = "rotate")
  int rotate() {
    Keys keys = engine.keys();
    Rotated rotated = keys.rotate();
    console.say(
        new Text(
            "Kunci %s menggantikan %s: %s nilai di %d tabel diperbarui."
                .formatted(rotated.after(), rotated.before(), rotated.rows(), rotated.tables()),
            "The key %s took the place of %s: %s values in %d tables were renewed."
                .formatted(rotated.after(), rotated.before(), rotated.rows(), rotated.tables())));
    return ExitCode.DONE;
  }
}
