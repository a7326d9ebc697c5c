package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One part of an archive as it unpacks, up to the limits. */
final class PartStream extends FilterInputStream {

  /** Below it nothing is a bomb, however well it packs. */
  private static final long HARMLESS = 64L << 20;

  private final ReadLimits limits;
  private final String part;
  private final long packed;
  private long unpacked;
  private long sinceProgress;

  /**
   * @param packed bytes of the part in the archive
   */
  PartStream(InputStream stream, String part, long packed, ReadLimits limits) {
    super(stream);
    this.part = part;
    this.packed = packed;
    this.limits = limits;
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
      sinceProgress += count;
      check();
    }
    return count;
  }

  String part() {
    return part;
  }

  /** The parser has come to another event. */
  void progress() {
    sinceProgress = 0;
  }

  /** A parser gathers a tag whole, however long it is: names and attributes have no other limit. */
  private long longestTag() {
    return Math.max(1L << 20, 16L * limits.cellCharacters());
  }

  private void check() {
    if (sinceProgress > longestTag()) {
      String size = String.format(Locale.ROOT, "%,d", longestTag());
      throw Faults.limit(
          "limit.tag",
          new Location.Whole(part),
          new Text(
              "Satu tag atau teks di bagian ini lebih dari "
                  + size
                  + " byte (16 kali PDE_READ_CELL_CHARACTERS).",
              "One tag or text in this part has more than "
                  + size
                  + " bytes (16 times PDE_READ_CELL_CHARACTERS)."),
          null);
    }
    if (unpacked > limits.entryBytes()) {
      String size = String.format(Locale.ROOT, "%,d", limits.entryBytes());
      throw Faults.limit(
          "limit.inflated",
          new Location.Whole(part),
          new Text(
              "Bagian ini lebih dari " + size + " byte setelah dibuka (PDE_READ_ENTRY_BYTES).",
              "This part has more than " + size + " bytes unpacked (PDE_READ_ENTRY_BYTES)."),
          null);
    }
    if (unpacked > HARMLESS && packed > 0 && unpacked / packed >= limits.ratio()) {
      throw Faults.limit(
          "limit.ratio",
          new Location.Whole(part),
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
