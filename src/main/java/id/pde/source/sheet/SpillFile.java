package id.pde.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file as memory: readable by its owner alone (Files.createTempFile), and gone when it
 * is closed or the process ends.
 */
final class SpillFile implements Closeable {

  private static final int ZEROS = 1 << 16;

  private final FileChannel channel;
  private long size;

  private SpillFile(FileChannel channel) {
    this.channel = channel;
  }

  static SpillFile create() throws IOException {
    Path file = Files.createTempFile("pde-texts-", ".tmp");
    return new SpillFile(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /** The next bytes of the file. */
  ByteBuffer block(int capacity) throws IOException {
    // Written before it is mapped: a full disk must be an exception here, not a signal later.
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    for (long end = size + capacity, at = size; at < end; ) {
      zeros.clear().limit((int) Math.min(ZEROS, end - at));
      at += channel.write(zeros, at);
    }
    ByteBuffer block = channel.map(MapMode.READ_WRITE, size, capacity);
    size += capacity;
    return block;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
