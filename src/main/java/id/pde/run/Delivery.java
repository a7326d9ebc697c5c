package id.pde.run;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency sent, kept in the archive before anything reads it.
 *
 * @param name as the sender named it, extension included, one path segment
 * @param file the archived bytes; never changed
 * @param sha256 of these bytes, lower-case hex
 * @param claim the claim of the watched folder that brought it; null from the command line or a
 *     schedule
 */
public record Delivery(
    String name, Path file, String sha256, long bytes, Form form, @Nullable UUID claim) {

  /** What the archived bytes are. */
  public enum Form {
    /** A file as the agency made it. */
    FILE,
    /** Rows that a route handed over, as gzipped canonical NDJSON. */
    ROWS
  }
}
