package id.pde.source.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks the next pieces of a stream while the last one is parsed: to unpack takes a fifth of the
 * time of a workbook, and as much of rows. What the stream throws is thrown to the reader where it
 * stands in the bytes. Read and closed by one thread.
 */
public final class ReadAhead extends InputStream {

  private static final int PIECE = 1 << 16;
  private static final int PIECES = 4;

  /** Some bytes, or the end. */
  private static final class Piece {
    private final byte[] bytes;

    /** How many of them hold something, -1 at the end. */
    private final int count;

    /** Why the stream ended, null where it was read whole. */
    private final @Nullable Throwable fault;

    Piece(byte[] bytes, int count, @Nullable Throwable fault) {
      this.bytes = bytes;
      this.count = count;
      this.fault = fault;
    }
  }

  private final BlockingQueue<Piece> filled = new ArrayBlockingQueue<>(PIECES + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(PIECES);
  private final InputStream stream;
  private final Thread unpacker;
  private @Nullable Piece piece;
  private int at;

  /**
   * Begins at once.
   *
   * @param stream read by another thread from now on, until this one is closed
   */
  public ReadAhead(InputStream stream) {
    this.stream = stream;
    for (int i = 0; i < PIECES; i++) {
      empty.add(new byte[PIECE]);
    }
    unpacker = new Thread(this::unpack, "pde-unpack");
    unpacker.setDaemon(true);
    unpacker.start();
  }

  private void unpack() {
    try {
      int count;
      do {
        byte[] bytes = empty.take();
        count = stream.read(bytes, 0, PIECE);
        filled.add(new Piece(bytes, count, null));
      } while (count >= 0);
    } catch (InterruptedException closed) {
      // Nobody reads on.
    } catch (IOException | RuntimeException | Error fault) {
      // Whatever it is, the reader is waiting for it.
      filled.add(new Piece(new byte[0], -1, fault));
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    Piece current = piece;
    while (current == null || (current.count >= 0 && at == current.count)) {
      current = next(current);
    }
    if (current.count < 0) {
      if (current.fault != null) {
        throw fault(current.fault);
      }
      return -1;
    }
    int count = Math.min(length, current.count - at);
    System.arraycopy(current.bytes, at, into, from, count);
    at += count;
    return count;
  }

  private Piece next(@Nullable Piece last) throws InterruptedIOException {
    if (last != null) {
      empty.add(last.bytes);
    }
    try {
      Piece next = filled.take();
      piece = next;
      at = 0;
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static IOException fault(Throwable fault) {
    if (fault instanceof Error error) {
      throw error;
    }
    if (fault instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return (IOException) fault;
  }

  /** Waits for the other thread: the archive may be closed behind this. */
  @Override
  public void close() throws IOException {
    unpacker.interrupt();
    boolean interrupted = false;
    while (unpacker.isAlive()) {
      try {
        unpacker.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    stream.close();
  }
}
