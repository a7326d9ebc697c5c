package id.pde.run;

import id.pde.run.ArchiveLabel.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bytes in the archive, and their labels.
 *
 * @param root of the archive
 */
record ArchiveContents(Path root) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * Bytes in the archive.
   *
   * @param written when they were
   */
  record Kept(String sha256, long bytes, Instant written, List<ArchiveLabel> labels) {
    Kept {
      labels = List.copyOf(labels);
    }
  }

  Path place(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  /** Notes beside a delivery through which mapping it goes. */
  void label(Delivery delivery, Work work) {
    Path kept = place(delivery.sha256());
    try {
      Instant at = Files.getLastModifiedTime(kept).toInstant();
      ArchiveLabels.went(
          kept,
          new ArchiveLabel(delivery.name(), at, delivery.form(), delivery.packed(), null),
          new Way(work.mapping().id(), delivery.folder(), work.choices().period()));
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  List<Kept> all() {
    List<Kept> all = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return all;
    }
    try (Stream<Path> files = Files.walk(root, 2)) {
      for (Path file : files.filter(ArchiveContents::isOfBytes).toList()) {
        all.add(
            new Kept(
                String.valueOf(file.getFileName()),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant(),
                ArchiveLabels.read(file)));
      }
      return all;
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  private static boolean isOfBytes(Path file) {
    return HASH.matcher(String.valueOf(file.getFileName())).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
