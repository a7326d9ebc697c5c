package id.pde.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds the arrays of objects in a file. */
final class JsonOutline {

  private final Deque<String> way = new ArrayDeque<>();
  private final List<JsonTable> tables = new ArrayList<>();
  private final List<JsonTable> empty = new ArrayList<>();

  private JsonOutline() {}

  /** The tables that a file may mean, in its order; never none. */
  static List<JsonTable> of(JsonFile file) throws IOException {
    return file.walk(new JsonOutline()::find);
  }

  private List<JsonTable> find(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_ARRAY) {
      return List.of(JsonTable.array(List.of()));
    }
    if (first != JsonToken.START_OBJECT) {
      return List.of(JsonTable.lines());
    }
    object(json);
    if (json.nextToken() != null) {
      return List.of(JsonTable.lines());
    }
    if (!tables.isEmpty()) {
      return tables;
    }
    return empty.size() == 1 ? empty : List.of(JsonTable.lines());
  }

  private void object(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      way.addLast(json.currentName());
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        object(json);
      } else if (token == JsonToken.START_ARRAY) {
        array(json);
      }
      way.removeLast();
    }
  }

  private void array(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    while (first == JsonToken.VALUE_NULL) {
      first = json.nextToken();
    }
    JsonTable table = JsonTable.array(List.copyOf(way));
    if (first == JsonToken.START_OBJECT) {
      tables.add(table);
    } else if (first == JsonToken.END_ARRAY) {
      empty.add(table);
      return;
    }
    for (int open = 1; open > 0; ) {
      JsonToken token = first != null ? first : json.nextToken();
      first = null;
      if (token.isStructStart()) {
        open++;
      } else if (token.isStructEnd()) {
        open--;
      }
    }
  }
}
