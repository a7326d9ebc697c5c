package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Decision;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;
import id.pde.run.CodeListView;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The code lists; of one: its codes, and the synonyms that people decided. */
@Command(name = "list")
final class CodeListsCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(index = "0", arity = "0..1", paramLabel = "LIST", descriptionKey = "codes-list")
  private @Nullable String list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      defaultValue = "",
      descriptionKey = "codes-text")
  private String text;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  CodeListsCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    CodeLists lists = engine.mappings().read().codes();
    if (list == null) {
      all(List.copyOf(new TreeMap<>(lists.lists()).values()));
      return ExitCode.DONE;
    }
    CodeList one = lists.find(list);
    if (one == null) {
      String shown = Quoted.of(list);
      Text known = Suggestion.fix(list, lists.lists().keySet());
      console.say(
          new Text(
              "Tidak ada daftar kode " + shown + "; " + known.id() + ".",
              "There is no code list " + shown + "; " + known.en() + "."));
      return ExitCode.NOT_FOUND;
    }
    CodeListView view = new CodeListView(one, Map.of());
    codes(view.codes(text));
    if (!json) {
      synonyms(view.synonyms(text));
    }
    return ExitCode.DONE;
  }

  private void all(List<CodeList> lists) {
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      lists.forEach(one -> array.add(out -> write(out, one)));
      array.end();
      return;
    }
    Table table = new Table(console.out());
    table.row("list", "codes", "decided", "levels", "systems");
    for (CodeList one : lists) {
      table.row(
          one.name(),
          Integer.toString(one.codes().size()),
          Integer.toString(one.decisions().size()),
          String.join(" ", one.levels().stream().sorted().toList()),
          String.join(" ", one.systems().stream().sorted().toList()));
    }
    table.print();
  }

  private static void write(JsonGenerator out, CodeList one) throws IOException {
    out.writeStartObject();
    out.writeStringField("list", one.name());
    out.writeNumberField("codes", one.codes().size());
    out.writeNumberField("decided", one.decisions().size());
    out.writeEndObject();
  }

  private void codes(List<Code> codes) {
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      codes.forEach(one -> array.add(out -> write(out, one)));
      array.end();
      return;
    }
    Table table = new Table(console.out());
    table.row("code", "name", "level", "parent", "variants");
    for (Code one : codes) {
      table.row(
          one.code(),
          one.name(),
          one.level() == null ? "" : one.level(),
          one.parent() == null ? "" : one.parent(),
          String.join(" | ", one.variants()));
    }
    table.print();
  }

  private static void write(JsonGenerator out, Code one) throws IOException {
    out.writeStartObject();
    out.writeStringField("code", one.code());
    out.writeStringField("name", one.name());
    out.writeStringField("level", one.level());
    out.writeStringField("parent", one.parent());
    out.writeArrayFieldStart("variants");
    for (String variant : one.variants()) {
      out.writeString(variant);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void synonyms(List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    console.out().println();
    Table table = new Table(console.out());
    table.row("decided", "code", "who", "when", "why");
    decisions.forEach(
        one ->
            table.row(Printable.name(one.value()), one.code(), one.who(), one.when(), one.why()));
    table.print();
  }
}
