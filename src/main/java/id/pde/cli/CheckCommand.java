package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.cli.Engine.Checked;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.IssueText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All faults of mappings and routes at once. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "check-path")
  private List<Path> paths = List.of();

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  CheckCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Checked checked = engine.check(paths);
    if (json) {
      Json.print(console.out(), out -> write(out, checked));
    } else {
      print(checked);
    }
    boolean faulty = checked.faults().stream().anyMatch(fault -> fault.severity() != Severity.WARN);
    return faulty ? ExitCode.USAGE : ExitCode.DONE;
  }

  private void print(Checked checked) {
    for (Issue fault : checked.faults()) {
      String content =
          fault.location() instanceof FilePlace place ? checked.contents().get(place.file()) : null;
      console.out().println(IssueText.block(fault, console.language(), content));
    }
    console.say(
        new Text(
            checked.files() + " berkas diperiksa, " + checked.faults().size() + " temuan.",
            checked.files() + " files checked, " + checked.faults().size() + " findings."));
  }

  private void write(JsonGenerator out, Checked checked) throws IOException {
    out.writeStartObject();
    out.writeNumberField("files", checked.files());
    out.writeArrayFieldStart("faults");
    for (Issue fault : checked.faults()) {
      writeFault(out, fault);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void writeFault(JsonGenerator out, Issue fault) throws IOException {
    out.writeStartObject();
    out.writeStringField("code", fault.code());
    out.writeStringField("severity", fault.severity().name().toLowerCase(Locale.ROOT));
    out.writeStringField("place", fault.location().shown());
    if (fault.location() instanceof FilePlace place) {
      out.writeStringField("file", place.file());
      out.writeNumberField("line", place.line());
      out.writeNumberField("column", place.column());
    }
    out.writeStringField("message", console.in(fault.message()));
    out.writeStringField("rule", fault.rule());
    out.writeStringField("fix", console.in(fault.fix()));
    out.writeEndObject();
  }
}
