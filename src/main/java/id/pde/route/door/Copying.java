package id.pde.route.door;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies what comes from elsewhere: all of it, and no more than it may be. */
final class Copying {

  private Copying() {}

  /**
   * Copies a file whose size is known.
   *
   * @throws IOException when fewer or more bytes came
   */
  static void whole(InputStream in, Path target, long size, long limit) throws IOException {
    long copied = upTo(in, target, limit);
    if (copied != size) {
      throw new EOFException("came " + copied + " bytes of " + size);
    }
  }

  /**
   * Copies to the end; the number of bytes.
   *
   * @throws IOException when there are more than the limit
   */
  private static long upTo(InputStream in, Path target, long limit) throws IOException {
    long copied = 0;
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        copied += read;
        if (copied > limit) {
          throw new IOException("more than " + limit + " bytes");
        }
        out.write(block, 0, read);
      }
    }
    return copied;
  }
}
