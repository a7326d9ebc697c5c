package id.pde.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import id.pde.model.Language;
import id.pde.run.FileNames;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import java.io.IOException;
import java.io.StringWriter;

/** The answer for programs: a run as {@code --json} prints it, and what concerns the answer. */
final class AnswerJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private AnswerJson() {}

  static String text(RunReport report, AnswerFiles files, Language language) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(INDENT));
      json.writeStartObject();
      ReportJson.fields(json, report, language);
      json.writeStringField("agency", report.agency());
      json.writeStringField("table", report.table());
      json.writeStringField("started", report.started().toString());
      json.writeStringField("finished", report.finished().toString());
      json.writeArrayFieldStart("files");
      json.writeString(FileNames.of(files.text()));
      json.writeString(FileNames.of(files.json()));
      if (files.hasRejects()) {
        json.writeString(FileNames.of(files.rejects()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }
}
