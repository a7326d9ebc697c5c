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
 * @param folder the name of the folder that it was dropped into; empty where there is none
 * @param claim the claim of the watched folder that brought it; null from the command line or a
 *     schedule
 */
public record Delivery(
    String name,
    String folder,
    Path file,
    String sha256,
    long bytes,
    Form form,
    @Nullable UUID claim) {

  /** A delivery that no folder says anything about. */
  public Delivery(
      String name, Path file, String sha256, long bytes, Form form, @Nullable UUID claim) {
    this(name, "", file, sha256, bytes, form, claim);
  }

  /** The same bytes, dropped into a folder. */
  public Delivery in(String otherFolder) {
    return new Delivery(name, otherFolder, file, sha256, bytes, form, claim);
  }

  /** What the archived bytes are. */
  public enum Form {
    /** A file as the agency made it. */
    FILE,
    /** Rows that a route handed over, as gzipped canonical NDJSON. */
    ROWS
  }
}
