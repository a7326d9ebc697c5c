package id.pde.run;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Counts;
import id.pde.run.Changes.Change;
import id.pde.run.Changes.Difference;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The member {@code changes} of a plan. */
final class ChangesJson {

  private ChangesJson() {}

  static void write(JsonGenerator json, Changes changes, Counts counts) throws IOException {
    json.writeObjectFieldStart("changes");
    json.writeNumberField("added", counts.inserted());
    json.writeNumberField("changed", counts.updated());
    json.writeNumberField("unchanged", counts.unchanged());
    json.writeNumberField("deleted", counts.deleted());
    json.writeObjectFieldStart("columns");
    for (Map.Entry<String, Long> column : changes.columns().entrySet()) {
      json.writeNumberField(column.getKey(), column.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("examples");
    examples(json, "added", changes.added());
    examples(json, "changed", changes.changed());
    examples(json, "deleted", changes.deleted());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void examples(JsonGenerator json, String name, List<Change> examples)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Change change : examples) {
      json.writeStartObject();
      json.writeObjectFieldStart("key");
      for (Map.Entry<String, String> value : change.key().entrySet()) {
        json.writeStringField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
      json.writeStringField("place", change.place());
      if (change.run() != null) {
        json.writeNumberField("run", change.run());
      }
      if (!change.differences().isEmpty()) {
        json.writeArrayFieldStart("values");
        for (Difference one : change.differences()) {
          json.writeStartObject();
          json.writeStringField("column", one.column());
          json.writeStringField("old", one.before());
          json.writeStringField("new", one.after());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
