package id.pde.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Folders that each belong to one living process: it holds a lock on a file in them, which the
 * system lets go when the process dies, however it dies. No flag has to be believed.
 *
 * <p>Safe for use by several threads and processes.
 */
// A turn is held, not used.
@SuppressWarnings("try")
final class LockedFolders implements AutoCloseable {

  private static final String LOCK = "lock";

  // Closing any channel of a file drops the locks that the whole process has on it (POSIX). So a
  // lock file that any instance of this JVM holds is never opened a second time.
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path parent;
  private final Lasting lasting;
  private final Map<Path, Hold> held = new HashMap<>();

  private record Hold(Path key, FileChannel channel) {}

  /** Whether a folder is missed after the power failed. */
  enum Lasting {
    KEPT,
    PASSING
  }

  LockedFolders(Path parent, Lasting lasting) {
    this.parent = parent;
    this.lasting = lasting;
  }

  /** Makes a folder of ours. */
  synchronized Path create(String name) throws IOException {
    DurableFiles.privateFolder(parent);
    Path folder = parent.resolve(name);
    // Between its making and its locking a folder looks abandoned: nobody may look then.
    try (FileTurn turn = turn()) {
      DurableFiles.privateFolder(folder);
      if (!lock(folder)) {
        throw new IOException("another process holds " + folder);
      }
      if (lasting == Lasting.KEPT) {
        DurableFiles.forceFolder(parent);
      }
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
    try (FileTurn turn = turn()) {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && lock(folder);
    }
  }

  /** Lets go of a folder; it stays and belongs to nobody. */
  synchronized void release(Path folder) throws IOException {
    Hold hold = held.remove(folder);
    if (hold != null) {
      letGo(hold.key(), hold.channel());
    }
  }

  /** Removes a folder of ours. */
  synchronized void remove(Path folder) throws IOException {
    try (FileTurn turn = turn()) {
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

  private FileTurn turn() throws IOException {
    return FileTurn.take(parent.resolve(".turn"));
  }

  private boolean lock(Path folder) throws IOException {
    Path key = folder.toRealPath();
    if (!OURS.add(key)) {
      return false;
    }
    FileChannel channel = null;
    try {
      channel = open(folder.resolve(LOCK));
      if (channel.tryLock() != null) {
        held.put(folder, new Hold(key, channel));
        return true;
      }
    } catch (IOException | RuntimeException e) {
      letGo(key, channel);
      throw e;
    }
    letGo(key, channel);
    return false;
  }

  private static void letGo(Path key, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      OURS.remove(key);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
