package id.pde.source.markup;

import id.pde.source.layout.ReadLimits;
import id.pde.source.sheet.TagPace;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document, bounded between one tag and the next. */
final class PacedStream extends FilterInputStream {

  private final TagPace pace;

  PacedStream(InputStream stream, ReadLimits limits) {
    super(stream);
    this.pace = new TagPace("xml", limits);
  }

  /** The parser has come to another tag. */
  void progress() {
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
