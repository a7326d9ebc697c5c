package id.pde.run;

import id.pde.run.resubmit.Resubmission;
import java.nio.file.Path;
import java.util.List;
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
 * @param corrected what it corrects; null: it is not known to correct anything
 */
public record Delivery(
    String name,
    String folder,
    Path file,
    String sha256,
    long bytes,
    Form form,
    @Nullable UUID claim,
    @Nullable Packed packed,
    @Nullable Corrected corrected) {

  /** A delivery that corrects nothing. */
  public Delivery(
      String name,
      String folder,
      Path file,
      String sha256,
      long bytes,
      Form form,
      @Nullable UUID claim,
      @Nullable Packed packed) {
    this(name, folder, file, sha256, bytes, form, claim, packed, null);
  }

  /**
   * What it corrects. Where it is laid over an earlier delivery, {@code file} are the bytes of the
   * first one, and {@code sha256} and {@code bytes} are of what came.
   *
   * @param over workbooks whose marked rows are laid over it, one after the other
   */
  public record Corrected(Resubmission what, List<Path> over) {
    public Corrected {
      over = List.copyOf(over);
    }
  }

  /** The same bytes, as what corrects an earlier delivery; under the name of that one. */
  public Delivery correcting(String first, Path under, Corrected what) {
    return new Delivery(first, folder, under, sha256, bytes, form, claim, packed, what);
  }

  /** The same with only the first of the workbooks that are laid over it. */
  Delivery under(int first) {
    Corrected kept =
        corrected == null ? null : new Corrected(corrected.what(), over().subList(0, first));
    return new Delivery(name, folder, file, sha256, bytes, form, claim, packed, kept);
  }

  /** Workbooks that are laid over the bytes. */
  public List<Path> over() {
    return corrected == null ? List.of() : corrected.over();
  }

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
    return new Delivery(name, otherFolder, file, sha256, bytes, form, claim, packed, corrected);
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
    Resubmission what = corrected == null ? null : corrected.what();
    return new RunReport.SourceFile(name, sha256, bytes, form, claim, packed, what);
  }

  /** What the archived bytes are. */
  public enum Form {
    /** A file as the agency made it. */
    FILE,
    /** Rows that a route handed over, as gzipped canonical NDJSON. */
    ROWS
  }
}
