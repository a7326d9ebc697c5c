package id.pde.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One after another, over all threads of all processes that name the same file. A process that dies
 * lets its turn go.
 */
public final class FileTurn implements AutoCloseable {

  // The one place with static state: a file lock belongs to the whole process. Two channels of one
  // JVM on one file throw OverlappingFileLockException, and closing either drops the lock of the
  // other (POSIX), whichever objects they belong to. So the threads of the JVM queue up first.
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final FileChannel channel;

  private FileTurn(ReentrantLock thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /**
   * Waits for the turn and has it until it is closed, by the same thread.
   *
   * @param file in a folder that is there; it is made where it is missing, and stays
   */
  public static FileTurn take(Path file) throws IOException {
    ReentrantLock thread = THREADS.computeIfAbsent(real(file), key -> new ReentrantLock());
    thread.lock();
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new FileTurn(thread, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      thread.unlock();
      throw e;
    }
  }

  /** Lets the next one. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      thread.unlock();
    }
  }

  /** A name that every spelling of the same place shares. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null) {
      throw new IOException("a root is no file");
    }
    return folder.toRealPath().resolve(name);
  }
}
