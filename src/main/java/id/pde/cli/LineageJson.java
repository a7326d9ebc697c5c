package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Language;
import id.pde.run.explain.ColumnSource;
import id.pde.run.explain.Lineage.Column;
import id.pde.run.explain.Lineage.Filled;
import id.pde.run.explain.Lineage.MartColumn;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A table with where its columns come from as JSON. */
final class LineageJson {

  private LineageJson() {}

  static void write(JsonGenerator json, Filled table, Language language) throws IOException {
    json.writeStartObject();
    json.writeStringField("table", table.table());
    json.writeStringField("mapping", table.mapping());
    json.writeStringField("title", table.title().in(language));
    texts(json, "key", table.key());
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      write(json, column);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("column", column.name());
    json.writeArrayFieldStart("mart");
    for (MartColumn shown : column.mart()) {
      json.writeStartObject();
      json.writeStringField("column", shown.name());
      json.writeStringField("shows", shown.sight().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("from");
    for (ColumnSource source : column.sources()) {
      json.writeStartObject();
      json.writeStringField("kind", source.kind().name().toLowerCase(Locale.ROOT));
      texts(json, "headings", source.headings());
      if (source.pattern() != null) {
        json.writeStringField("pattern", source.pattern().pattern());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    texts(json, "uses", column.uses());
    texts(json, "how", column.how());
    json.writeStringField("type", column.type());
    json.writeStringField("class", column.dataClass());
    json.writeBooleanField("stored", column.stored());
    json.writeStringField("mapping", column.place());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
