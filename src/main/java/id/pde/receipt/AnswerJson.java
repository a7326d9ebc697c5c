package id.pde.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.pde.model.Language;
import id.pde.receipt.annotate.MarkedCell;
import id.pde.receipt.annotate.Workbooks.Made;
import id.pde.run.FileNames;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer for programs: a run as {@code --json} prints it, and what concerns the answer. Several
 * runs of one delivery stand in {@code runs}; {@code run} is the last of them then.
 */
final class AnswerJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private AnswerJson() {}

  /** The run that an answer goes by: the last of its runs. */
  static long lead(List<RunReport> reports) {
    return reports.stream().mapToLong(RunReport::run).max().orElse(0);
  }

  static String text(List<RunReport> reports, AnswerFiles files, Repairs repairs, Language language)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT));
      json.writeStartObject();
      if (reports.size() == 1) {
        run(json, reports.get(0), language);
      } else {
        json.writeNumberField("run", lead(reports));
        json.writeArrayFieldStart("runs");
        for (RunReport report : reports) {
          json.writeStartObject();
          run(json, report, language);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeArrayFieldStart("files");
      json.writeString(FileNames.of(files.text()));
      json.writeString(FileNames.of(files.json()));
      if (files.hasRejects()) {
        json.writeString(FileNames.of(files.rejects()));
      }
      for (String name : repairs.names()) {
        json.writeString(name);
      }
      json.writeEndArray();
      repairs(json, repairs, language);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** What the workbooks to correct show, cell by cell. */
  private static void repairs(JsonGenerator json, Repairs repairs, Language language)
      throws IOException {
    json.writeArrayFieldStart("repairs");
    for (Map.Entry<String, Made> one : repairs.shown().entrySet()) {
      json.writeStartObject();
      json.writeStringField("file", one.getKey());
      json.writeNumberField("left", one.getValue().left());
      json.writeArrayFieldStart("cells");
      for (MarkedCell cell : one.getValue().cells()) {
        cell(json, cell, language);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void cell(JsonGenerator json, MarkedCell cell, Language language)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("sheet", cell.sheet());
    json.writeNumberField("row", cell.row());
    json.writeStringField("cell", cell.address());
    json.writeStringField("severity", cell.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("code", cell.code());
    json.writeStringField("column", cell.target());
    json.writeStringField("message", cell.message());
    json.writeStringField("fix", cell.fix().in(language));
    json.writeEndObject();
  }

  private static void run(JsonGenerator json, RunReport report, Language language)
      throws IOException {
    ReportJson.fields(json, report, language);
    json.writeStringField("agency", report.agency());
    json.writeStringField("table", report.table());
    json.writeStringField("started", report.started().toString());
    json.writeStringField("finished", report.finished().toString());
  }
}
