package id.pde.run.backup;

import id.pde.run.DurableFiles;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code PDE_HOME/restoring}: a restore has begun in this home. It says of which backup,
 * is locked while the process lives, and goes when all is done.
 */
public final class RestoreMark implements AutoCloseable {

  private static final String NAME = "restoring";
  private static final int LONGEST = 1000;

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private final String before;

  private RestoreMark(Path file, FileChannel channel, FileLock lock, String before) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
    this.before = before;
  }

  /** Whether a restore of this home has begun and not ended. */
  public static boolean isIn(Home home) {
    return Files.exists(home.root().resolve(NAME));
  }

  /**
   * Takes the turn of restoring.
   *
   * @throws id.pde.run.BackupRefused when another process has it
   */
  static RestoreMark take(Home home) throws IOException {
    DurableFiles.privateFolder(home.root());
    Path file = home.root().resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    FileLock lock = attempt(channel);
    if (lock == null) {
      channel.close();
      throw BackupFaults.busy(home.root());
    }
    ByteBuffer text = ByteBuffer.allocate(LONGEST);
    channel.read(text, 0);
    String before = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    return new RestoreMark(file, channel, lock, before);
  }

  private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException thisProcess) {
      return null;
    }
  }

  /** Whether a restore that was killed had got so far with the same backup. */
  boolean was(String state) {
    return before.equals(state);
  }

  /** Whether a restore was killed here before. */
  boolean wasThere() {
    return !before.isEmpty();
  }

  void write(String state) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(state.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      lock.release();
    }
  }
}
