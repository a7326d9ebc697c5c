package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.codes.Suggestion;
import id.pde.model.Text;
import id.pde.run.Undecided;
import id.pde.run.UndecidedValues;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The values that no code list knows, with what they may mean. */
@Command(name = "codes")
final class CodesCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(arity = "0..1", paramLabel = "LIST", descriptionKey = "codes-list")
  private @Nullable String list;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  CodesCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Undecided> waiting =
        new UndecidedValues(engine.mappings().read())
            .of(engine.codeQueue()).stream()
                .filter(one -> list == null || one.list().equals(list))
                .toList();
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      waiting.forEach(one -> array.add(out -> write(out, one)));
      array.end();
      return ExitCode.DONE;
    }
    if (waiting.isEmpty()) {
      console.say(
          new Text("Tidak ada nilai yang menunggu keputusan.", "No value waits for a decision."));
      return ExitCode.DONE;
    }
    print(waiting);
    return ExitCode.DONE;
  }

  private void print(List<Undecided> waiting) {
    Table table = new Table(console.out());
    table.row("list", "value", "rows", "agencies", "runs", "suggestions");
    for (Undecided one : waiting) {
      table.row(
          one.list(),
          Printable.name(one.value()),
          Long.toString(one.rows()),
          String.join(" ", new TreeSet<>(one.agencies())),
          runs(one),
          meant(one));
    }
    table.print();
    Undecided open = waiting.stream().filter(one -> one.known() == null).findFirst().orElse(null);
    if (open != null) {
      String words = "pde codes decide " + open.list() + " \"" + open.value() + "\" ";
      console.say(new Text("Putuskan: " + words + "KODE", "Decide: " + words + "CODE"));
    }
    waiting.stream()
        .filter(one -> one.known() != null && one.waiting() > 0)
        .flatMap(one -> one.runs().stream())
        .distinct()
        .sorted()
        .forEach(
            run ->
                console.say(
                    new Text(
                        "Sudah diputuskan; muat barisnya: pde replay " + run + " --rejects",
                        "Decided; load its rows: pde replay " + run + " --rejects")));
  }

  private static String runs(Undecided one) {
    return one.runs().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String meant(Undecided one) {
    if (one.known() != null) {
      return "= " + one.known().code() + " " + one.known().name();
    }
    return one.suggestions().stream().map(CodesCommand::shown).collect(Collectors.joining("; "));
  }

  private static String shown(Suggestion suggestion) {
    return String.format(
        Locale.ROOT,
        "%s %s (%.2f)",
        suggestion.code().code(),
        suggestion.code().name(),
        suggestion.score());
  }

  private static void write(JsonGenerator out, Undecided one) throws IOException {
    out.writeStartObject();
    out.writeStringField("list", one.list());
    out.writeStringField("value", one.value());
    out.writeNumberField("rows", one.rows());
    out.writeNumberField("waiting", one.waiting());
    array(out, "levels", one.levels());
    array(out, "agencies", List.copyOf(new TreeSet<>(one.agencies())));
    array(out, "columns", List.copyOf(new TreeSet<>(one.columns())));
    out.writeArrayFieldStart("runs");
    for (long run : one.runs()) {
      out.writeNumber(run);
    }
    out.writeEndArray();
    out.writeStringField("code", one.known() == null ? null : one.known().code());
    out.writeArrayFieldStart("suggestions");
    for (Suggestion suggestion : one.suggestions()) {
      out.writeStartObject();
      out.writeStringField("code", suggestion.code().code());
      out.writeStringField("name", suggestion.code().name());
      out.writeNumberField("score", Math.round(suggestion.score() * 100) / 100.0);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void array(JsonGenerator out, String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
