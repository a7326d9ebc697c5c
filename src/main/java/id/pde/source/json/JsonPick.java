package id.pde.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Header.Origin;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Picks the array of records that a mapping means, or the only one there is. */
final class JsonPick {

  private final JsonFile file;
  private final List<JsonTable> found;

  JsonPick(JsonFile file, List<JsonTable> found) {
    this.file = file;
    this.found = found;
  }

  JsonTable of(Optional<List<String>> declared) throws IOException {
    if (declared.isEmpty()) {
      if (found.size() > 1) {
        throw several();
      }
      return found.get(0);
    }
    List<String> steps = declared.get();
    if (steps.isEmpty()) {
      JsonTable first = found.get(0);
      return first.steps().isEmpty() ? first : JsonTable.lines();
    }
    JsonTable wanted = JsonTable.array(steps);
    JsonToken there = file.walk(json -> tokenAt(json, steps));
    if (there != JsonToken.START_ARRAY) {
      throw missing(wanted, there);
    }
    return wanted;
  }

  /** What stands at the end of the way; not available: there is no such way. */
  private static JsonToken tokenAt(JsonParser json, List<String> steps) throws IOException {
    JsonToken token = json.nextToken();
    for (String step : steps) {
      if (token != JsonToken.START_OBJECT) {
        return JsonToken.NOT_AVAILABLE;
      }
      token = member(json, step);
    }
    return token;
  }

  private static JsonToken member(JsonParser json, String name) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isIt = json.currentName().equals(name);
      JsonToken token = json.nextToken();
      if (isIt) {
        return token;
      }
      json.skipChildren();
    }
    return JsonToken.NOT_AVAILABLE;
  }

  private SourceUnreadable several() {
    String paths = paths();
    return refused(
        "json.records",
        new Text(
            "Berkas JSON ini memuat beberapa larik objek: " + paths + ".",
            "This JSON file holds several arrays of objects: " + paths + "."),
        new Text(
            "Pilih satu di pemetaan: records: " + found.get(0).path() + ".",
            "Choose one in the mapping: records: " + found.get(0).path() + "."));
  }

  private SourceUnreadable missing(JsonTable wanted, JsonToken there) {
    String path = wanted.path();
    String paths = paths();
    return refused(
        "json.records",
        there == JsonToken.NOT_AVAILABLE
            ? new Text(
                "Tidak ada " + path + " di berkas JSON ini. Larik objek yang ada: " + paths + ".",
                "There is no "
                    + path
                    + " in this JSON file. Arrays of objects found: "
                    + paths
                    + ".")
            : new Text(
                "Di " + path + " tidak ada larik. Larik objek yang ada: " + paths + ".",
                "There is no array at " + path + ". Arrays of objects found: " + paths + "."),
        new Text(
            "Ubah \"records\" di pemetaan, atau minta berkas seperti yang disepakati.",
            "Change \"records\" in the mapping, or ask for the file as agreed."));
  }

  private String paths() {
    String paths =
        found.stream()
            .filter(table -> table.origin() == Origin.JSON)
            .map(JsonTable::path)
            .collect(Collectors.joining(", "));
    return paths.isEmpty() ? "-" : paths;
  }

  private SourceUnreadable refused(String code, Text message, Text fix) {
    return Faults.unreadable(code, file.whole(), new Advice("source.records", message, fix), null);
  }
}
