package id.pde.run.studio;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that shows what deliveries look like; it is never loaded by itself.
 *
 * @param who sent it; nobody else sees it
 * @param name as the sender calls it
 * @param mapping the id that its mapping has, or will have
 * @param base SHA-256 of the mapping file when it was opened; empty: there was none
 * @param file its bytes
 */
public record Sample(
    UUID id,
    String who,
    String name,
    long bytes,
    Instant at,
    String mapping,
    String base,
    Path file) {

  public String agency() {
    return mapping.substring(0, mapping.indexOf('/'));
  }

  public String dataset() {
    return mapping.substring(mapping.indexOf('/') + 1);
  }

  /** What is being written for it; may not be there yet. */
  public Path draft() {
    Path folder = file.getParent();
    return (folder == null ? file : folder).resolveSibling("draft.yaml");
  }
}
