package id.pde.source.sheet;

import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document, bounded between one tag and the next. Used by one thread. */
public final class PacedStream extends FilterInputStream {

  private final String part;
  private final TagPace pace;

  /**
   * @param part that is read, for messages
   */
  public PacedStream(InputStream stream, String part, ReadLimits limits) {
    super(stream);
    this.part = part;
    this.pace = new TagPace(part, limits);
  }

  String part() {
    return part;
  }

  /** The parser has come to another tag. */
  public void progress() {
    pace.progress();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    if (count > 0) {
      pace.pass(into, from, count);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
