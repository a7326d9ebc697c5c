package id.pde.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** A page of a list as lines of JSON, one for each item. */
final class Ndjson {

  private Ndjson() {}

  static ResponseEntity<String> page(ObjectMapper json, List<?> items)
      throws JsonProcessingException {
    StringBuilder lines = new StringBuilder();
    for (Object item : items) {
      lines.append(json.writeValueAsString(item)).append('\n');
    }
    return ResponseEntity.ok(lines.toString());
  }
}
