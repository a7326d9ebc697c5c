package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A part of an archive as it unpacks: bounded, and compared with its checksum at the end, which
 * {@link java.util.zip.ZipFile} does not do.
 */
final class PartStream extends FilterInputStream {

  /** Markup of tables shrinks to a tenth or a fiftieth; a bomb to a thousandth. */
  private static final long RATIO = 200;

  /** Up to here nobody is harmed. */
  private static final long HARMLESS = 16L << 20;

  private final ZipEntry entry;
  private final Location whole;
  private final ReadLimits limits;
  private final CRC32 sum = new CRC32();
  private long bytes;

  PartStream(InputStream stream, ZipEntry entry, Location whole, ReadLimits limits) {
    super(stream);
    this.entry = entry;
    this.whole = whole;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    if (count < 0) {
      if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
        throw new ZipException("checksum of " + entry.getName());
      }
      return count;
    }
    bytes += count;
    sum.update(into, from, count);
    boolean bomb = bytes > HARMLESS && bytes / RATIO > Math.max(1, entry.getCompressedSize());
    if (bomb || bytes > limits.entryBytes()) {
      throw Faults.limit(
          "limit.inflated",
          whole,
          new Text(
              "Isi berkas ini mengembang melebihi batas ketika dibuka (bom ZIP).",
              "The content of this file grows beyond the limit when unpacked (zip bomb)."),
          null);
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
