package id.pde.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where this process writes what is not whole yet; others leave it alone while it lives. Safe for
 * use by several threads.
 */
final class ArchiveDrafts implements AutoCloseable {

  private final LockedFolders folders;
  private @Nullable Path own;

  ArchiveDrafts(Path root) {
    this.folders = new LockedFolders(root, LockedFolders.Lasting.PASSING);
  }

  /** A file that is not there yet. */
  Path next() throws IOException {
    return own().resolve(UUID.randomUUID().toString());
  }

  private synchronized Path own() throws IOException {
    Path known = own;
    if (known == null || !Files.isDirectory(known, LinkOption.NOFOLLOW_LINKS)) {
      if (known != null) {
        folders.release(known);
      }
      known = folders.create(UUID.randomUUID().toString());
      own = known;
    }
    return known;
  }

  /** Removes what killed processes left half-written. */
  void sweep() throws IOException {
    folders.sweep();
  }

  @Override
  public synchronized void close() throws IOException {
    Path known = own;
    if (known != null && Files.isDirectory(known, LinkOption.NOFOLLOW_LINKS)) {
      folders.remove(known);
    }
    own = null;
    folders.close();
  }
}
