package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.pull.Sources.Probe;
import id.pde.run.pull.Sources.Writing;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens a connection as a pull does and tells what it finds. */
@Command(name = "test")
final class SourceTestCommand implements Callable<Integer> {

  private static final int SHOWN = 20;

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "CONNECTION", descriptionKey = "source-connection")
  private String connection;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  SourceTestCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Probe probe = engine.sources().test(connection);
    if (json) {
      Json.print(console.out(), out -> write(out, probe));
    } else {
      print(probe);
    }
    return ExitCode.DONE;
  }

  private void print(Probe probe) {
    line(new Text("server", "server"), probe.product());
    line(new Text("tersambung", "connected"), probe.openMillis() + " ms");
    line(new Text("menjawab", "answers in"), probe.answerMillis() + " ms");
    line(new Text("hanya baca", "read-only"), console.in(writing(probe.writing())));
    line(new Text("tabel", "tables"), Integer.toString(probe.tables().size()));
    probe.tables().stream().limit(SHOWN).forEach(table -> console.out().println("  " + table));
    int more = probe.tables().size() - SHOWN;
    if (more > 0) {
      console
          .out()
          .println("  " + console.in(new Text("dan " + more + " lagi", "and " + more + " more")));
    }
  }

  private static Text writing(Writing writing) {
    return switch (writing) {
      case REFUSED_THERE ->
          new Text("ya, dijaga oleh basis data itu sendiri", "yes, the database itself sees to it");
      case REFUSED_HERE ->
          new Text(
              "hanya dijaga oleh PDE; minta dinas memberi pengguna yang hanya boleh SELECT",
              "only PDE sees to it; ask the agency for a user that may SELECT and nothing else");
    };
  }

  private void line(Text name, String value) {
    console.out().println(console.in(name) + ": " + value);
  }

  private static void write(JsonGenerator out, Probe probe) throws IOException {
    out.writeStartObject();
    out.writeStringField("connection", probe.connection());
    out.writeStringField("product", probe.product());
    out.writeNumberField("open_ms", probe.openMillis());
    out.writeNumberField("answer_ms", probe.answerMillis());
    out.writeStringField("writing", probe.writing().name().toLowerCase(Locale.ROOT));
    out.writeArrayFieldStart("tables");
    for (String table : probe.tables()) {
      out.writeString(table);
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
