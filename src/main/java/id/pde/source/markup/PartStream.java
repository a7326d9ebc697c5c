package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A part of an archive as it unpacks: bounded, and compared with its checksum at the end, which
 * {@link java.util.zip.ZipFile} does not do.
 */
final class PartStream extends FilterInputStream {

  /** Up to here nobody is harmed, however well it packs. */
  private static final long HARMLESS = 64L << 20;

  private final ZipEntry entry;
  private final ReadLimits limits;
  private final CRC32 sum = new CRC32();
  private long bytes;

  PartStream(InputStream stream, ZipEntry entry, ReadLimits limits) {
    super(stream);
    this.entry = entry;
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
    check();
    return count;
  }

  private void check() {
    if (bytes > limits.entryBytes()) {
      String size = String.format(Locale.ROOT, "%,d", limits.entryBytes());
      throw Faults.limit(
          "limit.inflated",
          new Location.Whole(entry.getName()),
          new Text(
              "Bagian ini lebih dari " + size + " byte setelah dibuka (PDE_READ_ENTRY_BYTES).",
              "This part has more than " + size + " bytes unpacked (PDE_READ_ENTRY_BYTES)."),
          null);
    }
    if (bytes > HARMLESS && bytes / Math.max(1, entry.getCompressedSize()) >= limits.ratio()) {
      throw Faults.limit(
          "limit.ratio",
          new Location.Whole(entry.getName()),
          new Text(
              "Bagian ini mengembang lebih dari "
                  + limits.ratio()
                  + " kali ketika dibuka (bom ZIP; PDE_READ_RATIO).",
              "This part grows more than "
                  + limits.ratio()
                  + " times when unpacked (zip bomb; PDE_READ_RATIO)."),
          null);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
