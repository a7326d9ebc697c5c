package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/** The text of a page, bounded between one complete element and the next. */
final class PacedReader extends FilterReader {

  private final Location whole;
  private final long longest;
  private long sinceProgress;

  PacedReader(Reader reader, Location whole, ReadLimits limits) {
    super(reader);
    this.whole = whole;
    this.longest = Math.max(1L << 20, 8L * limits.cellCharacters());
  }

  /** Another element is complete. */
  void progress() {
    sinceProgress = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    sinceProgress += Math.max(0, count);
    if (sinceProgress <= longest) {
      return count;
    }
    String size = String.format(Locale.ROOT, "%,d", longest);
    throw Faults.limit(
        "limit.tag",
        whole,
        new Text(
            "Satu tag atau teks di halaman ini lebih dari "
                + size
                + " karakter (8 kali PDE_READ_CELL_CHARACTERS).",
            "One tag or text in this page has more than "
                + size
                + " characters (8 times PDE_READ_CELL_CHARACTERS)."),
        null);
  }
}
