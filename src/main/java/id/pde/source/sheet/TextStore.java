package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Many texts by number, as UTF-8 in large blocks: as objects each would cost 56 bytes before its
 * first letter. The first blocks stand in memory, the others in a temporary file. Used by one
 * thread.
 */
final class TextStore implements Closeable {

  private static final int BLOCK = 1 << 20;
  private static final long IN_MEMORY = 32L << 20;

  /** Only every eighth text has a place of its own; the others are found by stepping. */
  private static final int STEP = 8;

  private static final int PLACES = 1 << 12;

  private final long limit;
  private final List<ByteBuffer> blocks = new ArrayList<>();

  /** Block and offset, in pages so that growing copies nothing. */
  private final List<long[]> places = new ArrayList<>();

  private @Nullable SpillFile spill;
  private long bytes;
  private int count;

  /**
   * @param limit bytes of all texts together
   */
  TextStore(long limit) {
    this.limit = limit;
  }

  int size() {
    return count;
  }

  void add(String text) throws IOException {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    bytes += encoded.length + 4L;
    if (bytes > limit) {
      throw tooLarge();
    }
    boolean begins = count % STEP == 0;
    ByteBuffer block = blockFor(encoded.length + 4, begins);
    if (begins) {
      int number = count / STEP;
      if (number % PLACES == 0) {
        places.add(new long[PLACES]);
      }
      places.get(number / PLACES)[number % PLACES] =
          (long) (blocks.size() - 1) << 32 | block.position();
    }
    block.putInt(encoded.length).put(encoded);
    count++;
  }

  /** Texts of one step may lie in several blocks: -1 as a length says that the next one goes on. */
  private ByteBuffer blockFor(int size, boolean begins) throws IOException {
    ByteBuffer last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (last != null && last.remaining() >= size + 4) {
      return last;
    }
    if (last != null && !begins) {
      last.putInt(-1);
    }
    int capacity = Math.max(BLOCK, size + 4);
    ByteBuffer block = bytes <= IN_MEMORY ? ByteBuffer.allocate(capacity) : spilled(capacity);
    blocks.add(block);
    return block;
  }

  private ByteBuffer spilled(int capacity) throws IOException {
    if (spill == null) {
      spill = SpillFile.create();
    }
    return spill.block(capacity);
  }

  private RuntimeException tooLarge() {
    String size = String.format(Locale.ROOT, "%,d", limit);
    return Faults.limit(
        "limit.shared-strings",
        new Location.SheetCell("sharedStrings", 0, 0),
        new Text(
            "Teks berbagi buku kerja ini lebih dari " + size + " byte (PDE_READ_SHARED_BYTES).",
            "The shared strings of this workbook have more than "
                + size
                + " bytes (PDE_READ_SHARED_BYTES)."),
        null);
  }

  String get(int index) {
    int number = index / STEP;
    long place = places.get(number / PLACES)[number % PLACES];
    int at = (int) place;
    int inBlock = (int) (place >> 32);
    ByteBuffer block = blocks.get(inBlock);
    int length = block.getInt(at);
    for (int steps = index % STEP; steps > 0; steps--) {
      at += 4 + length;
      length = block.getInt(at);
      if (length < 0) {
        block = blocks.get(++inBlock);
        at = 0;
        length = block.getInt(at);
      }
    }
    if (block.hasArray()) {
      return new String(
          block.array(), block.arrayOffset() + at + 4, length, StandardCharsets.UTF_8);
    }
    // By position: until Java 18 a read at an index goes byte by byte.
    byte[] encoded = new byte[length];
    block.duplicate().position(at + 4).get(encoded);
    return new String(encoded, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (spill != null) {
      spill.close();
    }
  }
}
