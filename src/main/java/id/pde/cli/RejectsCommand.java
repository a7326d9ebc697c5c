package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Issue;
import id.pde.run.Ledger;
import id.pde.run.Ledger.RejectedRow;
import id.pde.run.RunReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The rejected rows of a run with the reasons. Personal values are [REDACTED], unless they are read
 * in the archive.
 */
@Command(name = "rejects")
final class RejectsCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "N", descriptionKey = "run-number")
  private long number;

  @Option(
      names = "--format",
      paramLabel = "csv|json",
      defaultValue = "csv",
      descriptionKey = "rejects-format")
  private Format format;

  @Option(names = "--json", descriptionKey = "rejects-json")
  private boolean json;

  @Option(names = "--from-archive", descriptionKey = "rejects-archive")
  private boolean fromArchive;

  /** How the rows are written. */
  enum Format {
    CSV,
    /** An array of objects. */
    JSON
  }

  RejectsCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Ledger kept = engine.ledger();
    RunReport report = Found.run(kept, number);
    Ledger ledger = fromArchive ? engine.originals(report) : kept;
    long run = report.run();
    if (json || format == Format.JSON) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      ledger.rejects(run, row -> array.add(out -> write(out, row)));
      array.end();
      return ExitCode.DONE;
    }
    List<List<String>> headings = new ArrayList<>();
    ledger.rejects(run, row -> print(row, headings));
    return ExitCode.DONE;
  }

  /**
   * A header line stands before the first row, and again where another sheet has other headings.
   */
  private void print(RejectedRow row, List<List<String>> last) {
    if (last.isEmpty() || !last.get(0).equals(row.headings())) {
      last.clear();
      last.add(row.headings());
      List<String> header = new ArrayList<>(List.of("_row", "_error"));
      header.addAll(row.headings());
      console.out().println(CsvLine.of(header));
    }
    List<String> fields = new ArrayList<>();
    fields.add(row.place());
    fields.add(
        row.issues().stream()
            .map(issue -> issue.code() + ": " + console.in(issue.message()))
            .collect(Collectors.joining("; ")));
    fields.addAll(row.values());
    console.out().println(CsvLine.of(fields));
  }

  private void write(JsonGenerator out, RejectedRow row) throws IOException {
    out.writeStartObject();
    out.writeStringField("row", row.place());
    out.writeObjectFieldStart("values");
    for (int i = 0; i < row.values().size(); i++) {
      String heading = i < row.headings().size() ? row.headings().get(i) : "";
      out.writeStringField(heading.isEmpty() ? "_" + (i + 1) : heading, row.values().get(i));
    }
    out.writeEndObject();
    out.writeArrayFieldStart("issues");
    for (Issue issue : row.issues()) {
      out.writeStartObject();
      out.writeStringField("code", issue.code());
      out.writeStringField("column", issue.column());
      out.writeStringField("place", issue.location().shown());
      out.writeStringField("message", console.in(issue.message()));
      out.writeStringField("fix", console.in(issue.fix()));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
