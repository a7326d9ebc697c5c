package id.pde.route.door;

import java.nio.file.Path;
import java.util.Map;

/**
 * What came from the web, whole.
 *
 * @param marked whose marks are to be kept once it is loaded
 * @param state the marks
 */
public record Fetched(String marked, String name, Path file, Map<String, String> state) {
  public Fetched {
    state = Map.copyOf(state);
  }
}
