package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The shared strings of a workbook as UTF-8 in large blocks: a million strings as objects would
 * cost 56 bytes each before their first letter. Used by one thread.
 */
final class SharedStrings extends DefaultHandler {

  private static final int BLOCK = 1 << 20;
  private static final int PLACES = 1 << 14;
  private static final int CACHED = 1 << 12;

  private final ReadLimits limits;
  private final TextCollector collector;
  private final List<ByteBuffer> blocks = new ArrayList<>();

  /** Block and offset of each string, in pages so that growing copies nothing. */
  private final List<long[]> places = new ArrayList<>();

  private final @Nullable String[] cache = new String[CACHED];
  private final int[] cached = new int[CACHED];
  private long bytes;
  private int count;
  private boolean inText;
  private int phonetic;

  SharedStrings(ReadLimits limits) {
    this.limits = limits;
    this.collector = new TextCollector(limits.cellCharacters(), "sharedStrings");
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "si" -> collector.clear();
      case "rPh" -> phonetic++;
      case "t" -> inText = phonetic == 0;
      default -> {}
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "si" -> add(collector.text());
      case "rPh" -> phonetic--;
      case "t" -> inText = false;
      default -> {}
    }
  }

  @Override
  public void characters(char[] signs, int from, int length) {
    if (inText) {
      collector.add(signs, from, length);
    }
  }

  private void add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes += encoded.length + 12L;
    if (bytes > limits.sharedBytes()) {
      throw Faults.limit(
          "limit.shared-strings",
          new Location.SheetCell("sharedStrings", 0, 0),
          new Text(
              "Teks berbagi buku kerja ini lebih besar daripada batas "
                  + (limits.sharedBytes() >> 20)
                  + " MB.",
              "The shared strings of this workbook are larger than the limit of "
                  + (limits.sharedBytes() >> 20)
                  + " MB."),
          null);
    }
    ByteBuffer block = blockFor(encoded.length + 4);
    if (count % PLACES == 0) {
      places.add(new long[PLACES]);
    }
    places.get(count / PLACES)[count % PLACES] =
        (long) (blocks.size() - 1) << 32 | block.position();
    block.putInt(encoded.length).put(encoded);
    count++;
  }

  private ByteBuffer blockFor(int size) {
    ByteBuffer last = blocks.isEmpty() ? ByteBuffer.allocate(0) : blocks.get(blocks.size() - 1);
    if (last.remaining() >= size) {
      return last;
    }
    ByteBuffer block = ByteBuffer.allocate(Math.max(BLOCK, size));
    blocks.add(block);
    return block;
  }

  String get(int index) {
    if (index < 0 || index >= count) {
      throw new IllegalStateException("no shared string " + index);
    }
    int slot = index % CACHED;
    String known = cache[slot];
    if (known != null && cached[slot] == index) {
      return known;
    }
    long place = places.get(index / PLACES)[index % PLACES];
    ByteBuffer block = blocks.get((int) (place >> 32));
    int at = (int) place;
    byte[] encoded = new byte[block.getInt(at)];
    block.get(at + 4, encoded);
    String text = new String(encoded, StandardCharsets.UTF_8);
    cache[slot] = text;
    cached[slot] = index;
    return text;
  }
}
