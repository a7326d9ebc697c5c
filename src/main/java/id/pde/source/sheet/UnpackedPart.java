package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadAhead;
import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A part of an archive as it unpacks: bounded, and compared with its checksum at the end, which
 * {@link ZipFile} does not do.
 */
public final class UnpackedPart extends FilterInputStream {

  /** Below it nothing is a bomb, however well it packs. */
  private static final long HARMLESS = 64L << 20;

  /** Packed; a smaller part is read before another thread has begun. */
  private static final long LARGE = 1L << 17;

  private final ReadLimits limits;
  private final ZipEntry entry;
  private final CRC32 sum = new CRC32();
  private long unpacked;

  private UnpackedPart(InputStream stream, ZipEntry entry, ReadLimits limits) {
    super(stream);
    this.entry = entry;
    this.limits = limits;
  }

  /**
   * Begins to unpack.
   *
   * @throws IOException where the archive cannot be read; the stream throws a {@link
   *     id.pde.run.LimitExceeded} where the part grows beyond the limits
   */
  public static InputStream open(ZipFile zip, ZipEntry entry, ReadLimits limits)
      throws IOException {
    InputStream part = new UnpackedPart(zip.getInputStream(entry), entry, limits);
    return entry.getCompressedSize() < LARGE ? part : new ReadAhead(part);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    if (count > 0) {
      unpacked += count;
      sum.update(bytes, from, count);
      check();
    } else if (count < 0) {
      compare();
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void compare() throws ZipException {
    boolean sumDiffers = entry.getCrc() >= 0 && entry.getCrc() != sum.getValue();
    boolean sizeDiffers = entry.getSize() >= 0 && entry.getSize() != unpacked;
    if (sumDiffers || sizeDiffers) {
      throw new ZipException("size or checksum of " + entry.getName());
    }
  }

  private void check() {
    if (unpacked > limits.entryBytes()) {
      String size = String.format(Locale.ROOT, "%,d", limits.entryBytes());
      throw Faults.limit(
          "limit.inflated",
          new Location.Whole(entry.getName()),
          new Text(
              "Bagian ini lebih dari " + size + " byte setelah dibuka (PDE_READ_ENTRY_BYTES).",
              "This part has more than " + size + " bytes unpacked (PDE_READ_ENTRY_BYTES)."),
          null);
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (unpacked > HARMLESS && unpacked / packed >= limits.ratio()) {
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
}
