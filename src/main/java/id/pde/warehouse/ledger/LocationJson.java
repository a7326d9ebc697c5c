package id.pde.warehouse.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Location;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in its parts, so that surfaces can write it in their own way. */
final class LocationJson {

  private LocationJson() {}

  static void write(JsonGenerator json, Location location) throws IOException {
    json.writeStartObject();
    if (location instanceof Location.Line line) {
      json.writeNumberField("line", line.line());
      json.writeNumberField("column", line.column());
      text(json, "heading", line.heading());
    } else if (location instanceof Location.SheetCell cell) {
      text(json, "sheet", cell.sheet());
      json.writeNumberField("row", cell.row());
      json.writeNumberField("column", cell.column());
    } else if (location instanceof Location.QueryRow query) {
      text(json, "query", query.query());
      json.writeNumberField("row", query.row());
      text(json, "field", query.field());
    } else if (location instanceof Location.JsonPath place) {
      json.writeNumberField("line", place.line());
      text(json, "path", place.path());
    } else if (location instanceof Location.FilePlace file) {
      text(json, "file", file.file());
      json.writeNumberField("line", file.line());
      json.writeNumberField("column", file.column());
    } else {
      text(json, "whole", location.shown());
    }
    json.writeEndObject();
  }

  /** Reads from the opening brace to the closing one. */
  static Location read(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    Map<String, Long> numbers = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(name, json.getLongValue());
      } else {
        texts.put(name, json.getText());
      }
    }
    return location(texts, numbers);
  }

  private static Location location(Map<String, String> texts, Map<String, Long> numbers) {
    int column = numbers.getOrDefault("column", 0L).intValue();
    long line = numbers.getOrDefault("line", 0L);
    long row = numbers.getOrDefault("row", 0L);
    String file = texts.get("file");
    if (file != null) {
      return new Location.FilePlace(file, (int) line, column);
    }
    String sheet = texts.get("sheet");
    if (sheet != null) {
      return new Location.SheetCell(sheet, row, column);
    }
    String query = texts.get("query");
    if (query != null) {
      return new Location.QueryRow(query, row, texts.get("field"));
    }
    String path = texts.get("path");
    if (path != null) {
      return new Location.JsonPath(line, path);
    }
    if (numbers.containsKey("line")) {
      return new Location.Line(line, column, texts.get("heading"));
    }
    return new Location.Whole(texts.getOrDefault("whole", ""));
  }

  private static void text(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, Storable.inJson(text));
    }
  }
}
