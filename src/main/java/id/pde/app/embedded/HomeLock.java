package id.pde.app.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time start or stop the server of a home; a killed process lets go. */
final class HomeLock {

  /** What is done while the lock is held. */
  interface Work<T> {
    T run() throws IOException;
  }

  private HomeLock() {}

  /**
   * Threads of one JVM queue up first: closing any channel on the file lets go of the locks that
   * other channels of the same process hold on it (POSIX fcntl locks).
   */
  static <T extends @Nullable Object> T holding(
      ServerFolders folders, Duration patience, Work<T> work) throws IOException {
    synchronized (HomeLock.class) {
      OwnerOnly.folder(folders.root());
      try (FileChannel channel =
              FileChannel.open(
                  folders.lock(),
                  Set.of(CREATE, WRITE),
                  PosixFilePermissions.asFileAttribute(OwnerOnly.FILE));
          FileLock lock = take(channel, folders, patience)) {
        if (!lock.isValid()) {
          throw new IOException("lost the lock " + folders.lock());
        }
        return work.run();
      }
    }
  }

  private static FileLock take(FileChannel channel, ServerFolders folders, Duration patience)
      throws IOException {
    Deadline deadline = Deadline.in(patience);
    while (true) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      if (deadline.passed()) {
        throw ServerFailure.busy(folders);
      }
      deadline.pause();
    }
  }
}
