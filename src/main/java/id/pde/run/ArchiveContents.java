package id.pde.run;

import id.pde.run.ArchiveLabel.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes in the archive, and their labels.
 *
 * @param root of the archive
 */
public record ArchiveContents(Path root) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * Bytes in the archive.
   *
   * @param written when they were
   */
  public record Kept(String sha256, long bytes, Instant written, List<ArchiveLabel> labels) {
    public Kept {
      labels = List.copyOf(labels);
    }
  }

  /** Where the bytes of a delivery are, or would be. */
  public Path place(String sha256) {
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

  /** All of them. */
  public List<Kept> all() {
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

  /** What an erasure did to a delivery. */
  public Optional<ErasedMark> erased(String sha256) {
    return ErasedMark.beside(place(sha256));
  }

  /**
   * Puts other bytes in the place of a delivery, or nothing. The mark is there first: the bytes of
   * before never come back from then on.
   *
   * @param cleaned a written file; null: the delivery is deleted
   */
  public void erase(String sha256, ErasedMark mark, @Nullable Path cleaned) {
    Path kept = place(sha256);
    try {
      mark.write(kept);
      if (cleaned == null) {
        Files.deleteIfExists(kept);
      } else {
        Files.setLastModifiedTime(cleaned, Files.getLastModifiedTime(kept));
        Files.setPosixFilePermissions(cleaned, PosixFilePermissions.fromString("rw-------"));
        DurableFiles.place(cleaned, kept);
      }
      DurableFiles.forceFolder(folder(kept));
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  /** Of which something is known, also where the bytes are gone. */
  public List<String> labelled() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ArchiveLabels.ENDING))
          .map(name -> name.substring(0, name.length() - ArchiveLabels.ENDING.length()))
          .filter(name -> HASH.matcher(name).matches())
          .toList();
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  /** Deliveries whose bytes an erasure deleted, as far as something is known of them. */
  List<Kept> erased() {
    List<Kept> erased = new ArrayList<>();
    for (String sha256 : labelled()) {
      Path kept = place(sha256);
      Optional<ErasedMark> mark = ErasedMark.beside(kept);
      if (mark.isPresent() && !isOfBytes(kept)) {
        try {
          erased.add(new Kept(sha256, 0, mark.get().at(), ArchiveLabels.read(kept)));
        } catch (IOException e) {
          throw FileFaults.at(root, e);
        }
      }
    }
    return erased;
  }

  /** Removes a delivery and what is known of it: it may come again. */
  public void remove(String sha256) {
    Path kept = place(sha256);
    try {
      Files.deleteIfExists(kept);
      Files.deleteIfExists(ArchiveLabels.beside(kept));
      DurableFiles.forceFolder(folder(kept));
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  /** The labels of a delivery with other words, where they name somebody. */
  public boolean relabel(String sha256, UnaryOperator<String> words) {
    Path label = ArchiveLabels.beside(place(sha256));
    try {
      if (!Files.isRegularFile(label, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      String before = Files.readString(label);
      String after = words.apply(before);
      if (after.equals(before)) {
        return false;
      }
      Path draft = draft(sha256);
      Files.writeString(draft, after);
      DurableFiles.place(draft, label);
      return true;
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  /** A new file of the owner's, near its place. */
  public Path draft(String sha256) {
    Path draft = folder(place(sha256)).resolve("." + sha256 + "." + UUID.randomUUID());
    try {
      return Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw FileFaults.at(root, e);
    }
  }

  private Path folder(Path kept) {
    Path folder = kept.getParent();
    return folder == null ? root : folder;
  }

  private static boolean isOfBytes(Path file) {
    return HASH.matcher(String.valueOf(file.getFileName())).matches()
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
