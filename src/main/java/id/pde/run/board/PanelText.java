package id.pde.run.board;

import id.pde.model.Location.FilePlace;
import java.util.Map;

/**
 * A panel file as it lies in its folder.
 *
 * @param id the name of the file without {@code .yaml}
 * @param shown the name that faults show
 * @param statements the {@code .sql} files beside it, by name
 */
public record PanelText(String id, String shown, String content, Map<String, Beside> statements) {

  public PanelText {
    statements = Map.copyOf(statements);
  }

  /** A statement in a file of its own. */
  public record Beside(String content, FilePlace place) {}
}
