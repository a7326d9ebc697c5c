package id.pde.source.json;

import id.pde.model.Header.Origin;
import id.pde.model.Location.JsonPath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An array of records in a file.
 *
 * @param steps the names on the way from the root to the array
 */
record JsonTable(Origin origin, List<String> steps) {

  JsonTable {
    steps = List.copyOf(steps);
  }

  /** One record a line, or a single one. */
  static JsonTable lines() {
    return new JsonTable(Origin.JSON_LINES, List.of());
  }

  static JsonTable array(List<String> steps) {
    return new JsonTable(Origin.JSON, steps);
  }

  /** As {@code $.service_requests}. */
  String path() {
    return steps.stream().map(JsonPath::step).collect(Collectors.joining("", "$", ""));
  }
}
