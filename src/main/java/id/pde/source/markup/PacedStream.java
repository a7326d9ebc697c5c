package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The bytes of a document, bounded between one tag and the next: parsers gather a tag whole. */
final class PacedStream extends FilterInputStream {

  private final long longest;
  private long sinceProgress;

  PacedStream(InputStream stream, ReadLimits limits) {
    super(stream);
    this.longest = Math.max(1L << 20, 16L * limits.cellCharacters());
  }

  /** The parser has come to another tag. */
  void progress() {
    sinceProgress = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    sinceProgress += Math.max(0, count);
    if (sinceProgress <= longest) {
      return count;
    }
    String size = String.format(Locale.ROOT, "%,d", longest);
    throw Faults.limit(
        "limit.tag",
        new Location.Whole("xml"),
        new Text(
            "Satu tag atau teks di berkas ini lebih dari "
                + size
                + " byte (16 kali PDE_READ_CELL_CHARACTERS).",
            "One tag or text in this file has more than "
                + size
                + " bytes (16 times PDE_READ_CELL_CHARACTERS)."),
        null);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
