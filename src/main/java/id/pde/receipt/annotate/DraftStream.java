package id.pde.receipt.annotate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells a disk that is full from a workbook that cannot be read. */
final class DraftStream extends BufferedOutputStream {

  /** What was written could not be kept. */
  static final class Full extends IOException {
    private static final long serialVersionUID = 1L;

    Full(IOException cause) {
      super(cause);
    }
  }

  DraftStream(OutputStream out) {
    super(new Watched(out), 1 << 16);
  }

  private static final class Watched extends OutputStream {

    private final OutputStream out;

    Watched(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int sign) throws IOException {
      write(new byte[] {(byte) sign}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException full) {
        throw new Full(full);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
