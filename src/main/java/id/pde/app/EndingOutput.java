package id.pde.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An output that may end before the command does: its reader stopped, or its disk is full. The
 * first failure is told; what comes after is dropped, for a writer that tries each sign again would
 * never come to its end.
 */
final class EndingOutput extends FilterOutputStream {

  private boolean ended;

  EndingOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int sign) throws IOException {
    write(new byte[] {(byte) sign}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (ended) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException failure) {
      ended = true;
      throw failure;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!ended) {
      super.flush();
    }
  }
}
