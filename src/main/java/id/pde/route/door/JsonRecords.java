package id.pde.route.door;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers the records of many answers in one JSON document, one by one; numbers stay as written.
 */
final class JsonRecords implements Closeable {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final JsonGenerator out;
  private final int depth;
  private final String unique;
  private final Set<String> seen = new HashSet<>();
  private long records;

  /**
   * @param as where the records are in the document, {@code $.data}
   * @param unique the field that tells records apart; empty: all are kept
   */
  JsonRecords(Path target, String as, String unique) throws IOException {
    this.unique = unique;
    this.out =
        MAPPER.getFactory().createGenerator(Files.newOutputStream(target), JsonEncoding.UTF8);
    List<String> names = names(as);
    for (String name : names) {
      out.writeStartObject();
      out.writeFieldName(name);
    }
    out.writeStartArray();
    depth = names.size();
  }

  /**
   * What an answer held.
   *
   * @param found records in it
   * @param fresh those that were not there yet
   * @param values the texts and numbers at the paths that were asked for
   * @param list whether there was a list at all
   */
  record Page(long found, long fresh, Map<String, String> values, boolean list) {}

  /** All records so far. */
  long records() {
    return records;
  }

  /**
   * Takes the records of an answer.
   *
   * @param places where they may be; the first list counts
   * @param wanted further paths
   * @throws IOException when it is no whole JSON
   */
  Page take(Path answer, Set<String> places, Set<String> wanted) throws IOException {
    Walk walk = new Walk(places, wanted);
    try (JsonParser json = MAPPER.getFactory().createParser(answer.toFile())) {
      if (json.nextToken() == null) {
        return walk.page();
      }
      walk.value(json, "$");
      if (json.nextToken() != null) {
        throw new IOException("something follows the end");
      }
    }
    return walk.page();
  }

  private final class Walk {
    private final Set<String> places;
    private final Set<String> wanted;
    private final Map<String, String> values = new HashMap<>();
    private long found;
    private long fresh;
    private boolean list;

    Walk(Set<String> places, Set<String> wanted) {
      this.places = places;
      this.wanted = wanted;
    }

    Page page() {
      return new Page(found, fresh, values, list);
    }

    void value(JsonParser json, String path) throws IOException {
      JsonToken token = json.currentToken();
      if (token == JsonToken.START_ARRAY) {
        array(json, path);
      } else if (token == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String inner = path + "." + json.currentName();
          json.nextToken();
          value(json, inner);
        }
      } else if (wanted.contains(path) && token != JsonToken.VALUE_NULL) {
        values.put(path, json.getText());
      }
    }

    private void array(JsonParser json, String path) throws IOException {
      if (list || !places.contains(path)) {
        json.skipChildren();
        return;
      }
      list = true;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        JsonNode node = MAPPER.readTree(json);
        found++;
        String id = unique.isEmpty() ? "" : node.path(unique).asText();
        if (id.isEmpty() || seen.add(id)) {
          fresh++;
          records++;
          MAPPER.writeTree(out, node);
        }
      }
    }
  }

  private static List<String> names(String path) {
    return path.equals("$") ? List.of() : List.of(path.substring(2).split("\\."));
  }

  @Override
  public void close() throws IOException {
    out.writeEndArray();
    for (int i = 0; i < depth; i++) {
      out.writeEndObject();
    }
    out.close();
  }
}
