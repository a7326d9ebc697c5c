package id.pde.source.rows;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Packs what was written while the next rows come: to pack takes as long as to ask a database. What
 * the stream behind throws is thrown to the writer at its next block, or at the end. Written and
 * closed by one thread.
 */
final class PackAhead extends OutputStream {

  private static final int PIECES = 4;

  /** Some bytes; none: the end. */
  private record Piece(byte[] bytes, int count) {}

  private final BlockingQueue<Piece> filled = new ArrayBlockingQueue<>(PIECES + 1);
  private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(PIECES + 1);
  private final OutputStream stream;
  private final Thread packer;
  private volatile @Nullable Throwable fault;
  private boolean closed;
  private boolean told;

  /**
   * Begins at once.
   *
   * @param stream written and closed by another thread from now on
   * @param piece so many bytes are written at most at a time
   */
  PackAhead(OutputStream stream, int piece) {
    this.stream = stream;
    for (int i = 0; i < PIECES; i++) {
      empty.add(new byte[piece]);
    }
    packer = new Thread(this::pack, "pde-pack");
    packer.setDaemon(true);
    packer.start();
  }

  private void pack() {
    try (stream) {
      for (Piece piece = filled.take(); piece.count() > 0; piece = filled.take()) {
        if (fault == null) {
          write(piece);
        }
        empty.add(piece.bytes());
      }
    } catch (InterruptedException ended) {
      fault = new InterruptedIOException();
    } catch (IOException | RuntimeException | Error broken) {
      // Whatever it is, the writer is told of it.
      fault = fault == null ? broken : fault;
    }
  }

  /** After a fault all pieces come back, or the writer would wait for ever. */
  private void write(Piece piece) {
    try {
      stream.write(piece.bytes(), 0, piece.count());
    } catch (IOException | RuntimeException | Error broken) {
      fault = broken;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    tellFault();
    try {
      int at = from;
      while (at < from + count) {
        byte[] piece = empty.take();
        int part = Math.min(piece.length, from + count - at);
        System.arraycopy(bytes, at, piece, 0, part);
        filled.add(new Piece(piece, part));
        at += part;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /** Waits until all is written: the file may be read or removed behind this. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    filled.add(new Piece(new byte[0], 0));
    boolean interrupted = false;
    while (packer.isAlive()) {
      try {
        packer.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    tellFault();
  }

  /** Once: whoever closes after a failed block has it already. */
  private void tellFault() throws IOException {
    Throwable broken = fault;
    if (broken == null || told) {
      return;
    }
    told = true;
    if (broken instanceof Error error) {
      throw error;
    }
    if (broken instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    throw (IOException) broken;
  }
}
