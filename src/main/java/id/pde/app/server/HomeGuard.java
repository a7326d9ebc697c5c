package id.pde.app.server;

import id.pde.run.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One server per home: a lock that a killed process lets go of, and a file that says who holds it.
 */
final class HomeGuard implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;
  private final Path note;

  private HomeGuard(FileChannel channel, FileLock lock, Path note) {
    this.channel = channel;
    this.lock = lock;
    this.note = note;
  }

  /** The guard of this home, or empty where another server has it. */
  static Optional<HomeGuard> take(Home home) throws IOException {
    Files.createDirectories(home.root());
    FileChannel channel =
        FileChannel.open(lockFile(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = lock(channel);
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Path note = noteFile(home);
    String pid = Long.toString(ProcessHandle.current().pid());
    try (FileChannel target =
        FileChannel.open(
            note,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      target.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    }
    return Optional.of(new HomeGuard(channel, lock, note));
  }

  /** The process that serves this home; empty: none does. */
  static Optional<ProcessHandle> holder(Home home) throws IOException {
    if (!Files.exists(lockFile(home)) || !Files.exists(noteFile(home))) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(lockFile(home), StandardOpenOption.WRITE)) {
      FileLock free = lock(channel);
      if (free != null) {
        free.release();
        return Optional.empty();
      }
    }
    String pid = Files.readString(noteFile(home)).strip();
    return pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(note);
      lock.release();
      channel.close();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static Path lockFile(Home home) {
    return home.root().resolve("up.lock");
  }

  private static Path noteFile(Home home) {
    return home.root().resolve("up.pid");
  }
}
