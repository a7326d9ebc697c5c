package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.IssueText;
import id.pde.run.Replays.Step;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several runs that are loaded again: what would be done, and what was. */
final class ReplayList {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Jakarta"));

  private final Engine engine;
  private final Output console;

  ReplayList(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  void show(List<Step> steps, boolean json) {
    if (json) {
      Json.print(console.out(), out -> write(out, steps, List.of()));
      return;
    }
    if (steps.isEmpty()) {
      console.say(new Text("Tidak ada run seperti itu.", "There is no such run."));
      return;
    }
    Table table = new Table(console.out());
    table.row("run", "outcome", "finished", "period", "source", "replay");
    for (Step step : steps) {
      RunReport run = step.run();
      Issue hindrance = step.hindrance();
      table.row(
          Long.toString(run.run()),
          run.outcome().code(),
          TIME.format(run.finished()),
          run.period() == null ? "" : run.period().text(),
          Printable.name(run.source().place()),
          hindrance == null ? "yes" : hindrance.code());
    }
    table.print();
    tell(steps);
  }

  /** Each as a run of its own, in their order; the exit code. */
  int replay(List<Step> steps, boolean json) {
    List<RunReport> reports = new ArrayList<>();
    for (Step step : steps) {
      if (step.hindrance() == null) {
        try (ProgressLine progress = new ProgressLine(console)) {
          reports.addAll(
              engine.replay(
                  new Engine.Replay(step.run(), step.mapping(), step.choices()), progress));
        }
      }
    }
    if (json) {
      Json.print(console.out(), out -> write(out, steps, reports));
    } else {
      reports.forEach(
          report -> {
            new ReportPrinter(console).print(report, false);
            console.out().println();
          });
      tell(steps);
      sum(steps, reports);
    }
    int code = ExitCode.of(reports);
    boolean skipped = steps.stream().anyMatch(step -> step.hindrance() != null);
    return skipped && (code == ExitCode.DONE || code == ExitCode.REJECTS) ? ExitCode.REFUSED : code;
  }

  private void tell(List<Step> steps) {
    for (Step step : steps) {
      if (step.hindrance() != null) {
        console.err().println(IssueText.block(step.hindrance(), console.language()));
      }
    }
  }

  private void sum(List<Step> steps, List<RunReport> reports) {
    Map<String, Long> outcomes =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    report -> report.outcome().code(), TreeMap::new, Collectors.counting()));
    long skipped = steps.stream().filter(step -> step.hindrance() != null).count();
    String each =
        outcomes.entrySet().stream()
            .map(outcome -> outcome.getValue() + " " + outcome.getKey())
            .collect(Collectors.joining(", "));
    String all = each.isEmpty() ? "" : " (" + each + ")";
    console.say(
        new Text(
            "%d run diulang%s, %d dilewati.".formatted(reports.size(), all, skipped),
            "%d runs replayed%s, %d skipped.".formatted(reports.size(), all, skipped)));
  }

  private void write(JsonGenerator json, List<Step> steps, List<RunReport> reports)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("runs");
    for (Step step : steps) {
      json.writeStartObject();
      json.writeNumberField("run", step.run().run());
      json.writeStringField("source", step.run().source().place());
      Issue hindrance = step.hindrance();
      json.writeStringField("skipped", hindrance == null ? null : hindrance.code());
      json.writeStringField(
          "why", hindrance == null ? null : hindrance.message().in(console.language()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("replayed");
    for (RunReport report : reports) {
      json.writeRawValue(ReportJson.text(report, console.language()));
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
