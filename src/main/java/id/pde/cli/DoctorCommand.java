package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.cli.Engine.Finding;
import id.pde.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether everything that PDE needs is well. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  DoctorCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Finding> findings = engine.doctor();
    if (json) {
      printJson(findings);
    } else {
      findings.forEach(this::print);
    }
    boolean bad = findings.stream().anyMatch(finding -> finding.state() == Finding.State.BAD);
    return bad ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void print(Finding finding) {
    Text state =
        switch (finding.state()) {
          case GOOD -> new Text("baik  ", "good  ");
          case NOTE -> new Text("catat ", "note  ");
          case BAD -> new Text("SALAH ", "WRONG ");
        };
    console
        .out()
        .println(console.in(state) + " " + finding.subject() + ": " + console.in(finding.text()));
  }

  private void printJson(List<Finding> findings) {
    Json.print(
        console.out(),
        json -> {
          json.writeStartArray();
          for (Finding finding : findings) {
            writeFinding(json, finding);
          }
          json.writeEndArray();
        });
  }

  private void writeFinding(JsonGenerator json, Finding finding) throws java.io.IOException {
    json.writeStartObject();
    json.writeStringField("state", finding.state().name().toLowerCase(Locale.ROOT));
    json.writeStringField("subject", finding.subject());
    json.writeStringField("text", console.in(finding.text()));
    json.writeEndObject();
  }
}
