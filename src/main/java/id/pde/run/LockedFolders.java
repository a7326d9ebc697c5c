package id.pde.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folders that each belong to one living process: it holds a lock on a file in them, which the
 * system lets go when the process dies, however it dies. No flag has to be believed.
 *
 * <p>Safe for use by several threads. A process uses one instance per parent.
 */
// A turn is held, not used.
@SuppressWarnings("try")
final class LockedFolders implements AutoCloseable {

  private static final String LOCK = "lock";

  private final Path parent;
  // Closing any channel of a file drops the locks that the process has on it (POSIX). So a lock
  // file
  // of our own is never opened a second time.
  private final Map<Path, FileChannel> held = new HashMap<>();

  LockedFolders(Path parent) {
    this.parent = parent;
  }

  /** Makes a folder of ours. */
  synchronized Path create(String name) throws IOException {
    DurableFiles.privateFolder(parent);
    Path folder = parent.resolve(name);
    // Between its making and its locking a folder looks abandoned: nobody may look then.
    try (FileChannel turn = turn()) {
      DurableFiles.privateFolder(folder);
      if (!lock(folder)) {
        throw new IOException("another process holds " + folder);
      }
      DurableFiles.forceFolder(parent);
      return folder;
    }
  }

  /** All folders, whoever they belong to. */
  synchronized List<Path> all() throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent)) {
      for (Path folder : found) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(folder);
        }
      }
    }
    return folders;
  }

  /** Whether a folder belonged to nobody and is ours now. */
  synchronized boolean adopt(Path folder) throws IOException {
    if (held.containsKey(folder)) {
      return false;
    }
    try (FileChannel turn = turn()) {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && lock(folder);
    }
  }

  /** Lets go of a folder; it stays and belongs to nobody. */
  synchronized void release(Path folder) throws IOException {
    FileChannel channel = held.remove(folder);
    if (channel != null) {
      channel.close();
    }
  }

  /** Removes a folder of ours. */
  synchronized void remove(Path folder) throws IOException {
    try (FileChannel turn = turn()) {
      DurableFiles.remove(folder);
    }
    release(folder);
  }

  /** Removes every folder whose process is gone. */
  void sweep() throws IOException {
    for (Path folder : all()) {
      if (adopt(folder)) {
        remove(folder);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Path folder : List.copyOf(held.keySet())) {
      release(folder);
    }
  }

  private FileChannel turn() throws IOException {
    FileChannel turn = open(parent.resolve(".turn"));
    try {
      turn.lock();
      return turn;
    } catch (IOException | OverlappingFileLockException e) {
      turn.close();
      throw e;
    }
  }

  private boolean lock(Path folder) throws IOException {
    FileChannel channel = open(folder.resolve(LOCK));
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      return false;
    }
    held.put(folder, channel);
    return true;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
