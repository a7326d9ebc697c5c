package id.pde.source;

import id.pde.mapping.SourceSpec.Format;
import id.pde.model.Location;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import id.pde.source.markup.OdsMark;
import id.pde.source.sheet.LockedPackage;
import id.pde.source.sheet.OwnMark;
import id.pde.source.sheet.Passwords;
import id.pde.source.sheet.XlsMark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file whose kind is known, and that can be read. Of a locked one it is a copy without the
 * password, which only its owner can read (Files.createTempFile) and which goes when it is closed.
 */
final class OpenFile implements Closeable {

  private static final String PREFIX = "pde-plain-";

  /** No copy is in use that long: it goes as soon as a workbook is open. */
  private static final Duration STALE = Duration.ofHours(1);

  private final FileKind kind;
  private final Path path;
  private final @Nullable Path copy;

  private OpenFile(FileKind kind, Path path, @Nullable Path copy) {
    this.kind = kind;
    this.path = path;
    this.copy = copy;
  }

  /** Opens what the mapping declares. */
  static OpenFile of(Path file, Location whole, Format declared, Passwords passwords)
      throws IOException {
    FileKind kind = FileSniffer.kind(file);
    if (kind != FileKind.LOCKED) {
      FileCheck.readable(kind, whole, declared);
      return new OpenFile(kind, file, null);
    }
    sweep();
    Path copy = Files.createTempFile(PREFIX, ".tmp");
    boolean done = false;
    try {
      LockedPackage.unlock(file, whole, passwords, copy);
      FileKind inside = FileSniffer.kind(copy);
      FileCheck.readable(inside, whole, declared);
      if (inside != FileKind.XLSX) {
        throw Faults.damaged(whole, null);
      }
      done = true;
      return new OpenFile(inside, copy, copy);
    } finally {
      if (!done) {
        Files.deleteIfExists(copy);
      }
    }
  }

  /** Takes away what a killed process left. */
  private static void sweep() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Instant stale = Instant.now().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*.tmp")) {
      for (Path one : left) {
        remove(one, stale);
      }
    }
  }

  private static void remove(Path left, Instant stale) {
    try {
      if (Files.getLastModifiedTime(left).toInstant().isBefore(stale)) {
        Files.deleteIfExists(left);
      }
    } catch (IOException gone) {
      // Another's, or another process was faster.
    }
  }

  /** Whether files of a kind can say that PDE made them. */
  static boolean bearsMarks(FileKind kind) {
    return switch (kind) {
      case XLSX, XLS, ODS, LOCKED -> true;
      default -> false;
    };
  }

  /**
   * A property by which PDE knows a workbook again that it made.
   *
   * @return empty: it has none
   * @throws Exception whatever the parsers throw at a damaged file
   */
  Optional<String> mark(String property, Location whole, ReadLimits limits) throws Exception {
    return switch (kind) {
      case XLSX -> OwnMark.of(path, property, whole, limits);
      case XLS -> XlsMark.of(path, property);
      case ODS -> OdsMark.of(path, property, limits);
      default -> Optional.empty();
    };
  }

  FileKind kind() {
    return kind;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy);
    }
  }
}
