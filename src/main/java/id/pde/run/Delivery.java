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
 * @param packed where in a bundle it came from; null: it came by itself
 */
public record Delivery(
    String name,
    String folder,
    Path file,
    String sha256,
    long bytes,
    Form form,
    @Nullable UUID claim,
    @Nullable Packed packed) {

  /** A delivery that came by itself. */
  public Delivery(
      String name,
      String folder,
      Path file,
      String sha256,
      long bytes,
      Form form,
      @Nullable UUID claim) {
    this(name, folder, file, sha256, bytes, form, claim, null);
  }

  /** A delivery that no folder says anything about. */
  public Delivery(
      String name, Path file, String sha256, long bytes, Form form, @Nullable UUID claim) {
    this(name, "", file, sha256, bytes, form, claim);
  }

  /** The same bytes, dropped into a folder. */
  public Delivery in(String otherFolder) {
    return new Delivery(name, otherFolder, file, sha256, bytes, form, claim, packed);
  }

  /** The same bytes, as a member of a bundle. */
  Delivery packed(Delivery bundle, Bundles.Member member) {
    Packed place = new Packed(bundle.name, bundle.sha256, member.path());
    return new Delivery(name, folder, file, sha256, bytes, form, bundle.claim, place);
  }

  /** A member of this bundle that has no bytes of its own, for it cannot be unpacked. */
  Delivery member(Bundles.Member member) {
    Packed place = new Packed(name, sha256, member.path());
    return new Delivery(
        member.name(), member.folder(folder), file, sha256, bytes, form, claim, place);
  }

  /** What a run keeps of it. */
  RunReport.SourceFile source() {
    return new RunReport.SourceFile(name, sha256, bytes, form, claim, packed);
  }

  /** What the archived bytes are. */
  public enum Form {
    /** A file as the agency made it. */
    FILE,
    /** Rows that a route handed over, as gzipped canonical NDJSON. */
    ROWS
  }
}
