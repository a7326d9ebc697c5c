package id.pde.run;

import id.pde.run.resubmit.Resubmission;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What parts of deliveries are laid over, in the archive. */
record LaidOver(ArchiveContents contents) {

  /**
   * A part with what it belongs to.
   *
   * @param root of the archive, for messages
   * @throws java.io.UncheckedIOException when some of the bytes are not there, or an erasure wrote
   *     them anew
   */
  Delivery laid(Delivery delivery, Resubmission what, Path root) {
    List<Path> bytes = new ArrayList<>();
    what.joined().forEach(under -> bytes.add(contents.place(under.sha256())));
    bytes.add(delivery.file());
    boolean erased = isErased(delivery.source(), what);
    for (Path one : bytes) {
      if (erased || !Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) {
        throw FileFaults.at(root, new NoSuchFileException(one.toString()));
      }
    }
    return delivery.correcting(
        delivery.name(),
        bytes.get(0),
        new Delivery.Corrected(what, bytes.subList(1, bytes.size())));
  }

  /** The deliveries that a part is laid over; none: it is no part. */
  List<RunReport.SourceFile> of(RunReport.SourceFile source) {
    Resubmission what = source.resubmission();
    return what == null ? List.of() : of(source, what);
  }

  private static List<RunReport.SourceFile> of(RunReport.SourceFile source, Resubmission what) {
    return what.joined().stream()
        .map(
            under ->
                new RunReport.SourceFile(
                    source.name(), under.sha256(), under.bytes(), under.form(), null))
        .toList();
  }

  /** Rows of what an erasure wrote anew may stand elsewhere: nothing is laid over it any more. */
  boolean isErased(RunReport.SourceFile source) {
    Resubmission what = source.resubmission();
    return what != null && isErased(source, what);
  }

  private boolean isErased(RunReport.SourceFile source, Resubmission what) {
    return of(source, what).stream().anyMatch(one -> contents.erased(one.sha256()).isPresent());
  }
}
