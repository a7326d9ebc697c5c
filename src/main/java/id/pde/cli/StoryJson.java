package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.check.CheckResult;
import id.pde.run.explain.ColumnTrace;
import id.pde.run.explain.ColumnTrace.CellSeen;
import id.pde.run.explain.Story;
import id.pde.run.explain.Story.Again;
import id.pde.run.explain.Story.Ended;
import id.pde.run.explain.Story.Made;
import id.pde.run.explain.Story.Reading;
import id.pde.run.explain.Story.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row with its versions as JSON. */
final class StoryJson {

  private final JsonGenerator json;
  private final Language language;

  StoryJson(JsonGenerator json, Language language) {
    this.json = json;
    this.language = language;
  }

  void write(Story story) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", story.table());
    json.writeObjectFieldStart("key");
    for (Story.KeyPart part : story.key()) {
      json.writeStringField(part.column(), part.value());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("versions");
    for (Version version : story.versions()) {
      write(version);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Version version) throws IOException {
    json.writeStartObject();
    made(version.made());
    json.writeStringField("row", version.row());
    json.writeStringField("period", version.period());
    ended(version.end());
    boolean missing = version.reading() instanceof Reading.Missing;
    json.writeBooleanField("archived", !missing);
    if (version.reading() instanceof Reading.Missing gone) {
      json.writeStringField("archive", gone.why().in(language));
    }
    json.writeArrayFieldStart("columns");
    for (ColumnTrace column : version.columns()) {
      write(column);
    }
    json.writeEndArray();
    texts("rules", version.rules());
    json.writeArrayFieldStart("issues");
    for (Issue issue : version.issues()) {
      write(issue);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("checks");
    for (CheckResult check : version.checks()) {
      json.writeStartObject();
      json.writeStringField("name", check.name());
      json.writeStringField("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void made(Made made) throws IOException {
    json.writeNumberField("run", made.run());
    instant("loaded", made.at());
    json.writeStringField("mapping", made.mapping());
    json.writeStringField("mapping_sha256", made.mappingSha256());
    Integer version = made.mappingNumber();
    number("mapping_version", version == null ? null : version.longValue());
    json.writeFieldName("delivery");
    if (made.delivery() == null) {
      json.writeNull();
    } else {
      json.writeStartObject();
      json.writeStringField("name", made.delivery().place());
      json.writeStringField("sha256", made.delivery().sha256());
      json.writeEndObject();
    }
    json.writeStringField("approved_by", made.approvedBy());
    Again again = made.again();
    number("again_since", again == null ? null : again.run());
  }

  private void ended(@Nullable Ended ended) throws IOException {
    json.writeFieldName("ended");
    if (ended == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeNumberField("run", ended.run());
    instant("at", ended.at());
    json.writeStringField("how", ended.way().name().toLowerCase(Locale.ROOT));
    number("undone", ended.undone());
    json.writeEndObject();
  }

  private void write(ColumnTrace column) throws IOException {
    json.writeStartObject();
    json.writeStringField("column", column.column());
    json.writeStringField("stored", column.stored());
    json.writeArrayFieldStart("cells");
    for (CellSeen cell : column.cells()) {
      json.writeStartObject();
      json.writeStringField("place", cell.place());
      json.writeStringField("heading", cell.heading());
      json.writeStringField("raw", cell.raw());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("how", column.how());
    texts("uses", column.uses());
    json.writeStringField("mapping", column.place());
    if (column.now() != null) {
      json.writeStringField("now", column.now());
    }
    json.writeEndObject();
  }

  private void write(Issue issue) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", issue.code());
    json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("column", issue.column());
    json.writeStringField("place", issue.location().shown());
    json.writeStringField("rule", issue.rule());
    json.writeStringField("message", issue.message().in(language));
    json.writeStringField("fix", issue.fix().in(language));
    json.writeEndObject();
  }

  private void texts(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void instant(String name, @Nullable Instant at) throws IOException {
    json.writeStringField(name, at == null ? null : at.toString());
  }

  private void number(String name, @Nullable Long number) throws IOException {
    json.writeFieldName(name);
    if (number == null) {
      json.writeNull();
    } else {
      json.writeNumber(number);
    }
  }
}
