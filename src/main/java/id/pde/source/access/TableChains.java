package id.pde.source.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The pages of table definitions, of which each names the next (mdbtools, HACKING, "TDEF Pages").
 * In a damaged file the last may name an earlier one, and who follows never comes to an end.
 */
final class TableChains {

  /** The signs of a page that holds a table definition, and where the next one is named. */
  private static final int DEFINITION = 0x0102;

  private static final int NEXT_AT = 4;
  private static final int START = 8;

  private final FileChannel file;
  private final int pageSize;
  private final ByteBuffer start = ByteBuffer.allocate(START).order(ByteOrder.LITTLE_ENDIAN);

  private TableChains(FileChannel file, int pageSize) {
    this.file = file;
    this.pageSize = pageSize;
  }

  /** Whether every definition ends. */
  static boolean end(Path path, int pageSize) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return new TableChains(file, pageSize).end();
    }
  }

  private boolean end() throws IOException {
    int pages = (int) Math.min(file.size() / pageSize, Integer.MAX_VALUE);
    for (int page = 1; page < pages; page++) {
      // Brent's way: a mark is moved on at every power of two; who meets it goes in circles.
      long mark = page;
      long at = next(page);
      for (long steps = 1, power = 1; at > 0 && at < pages; steps++) {
        if (at == mark) {
          return false;
        }
        if (steps == power) {
          mark = at;
          power *= 2;
          steps = 0;
        }
        at = next(at);
      }
    }
    return true;
  }

  /** The page that a page of a definition names; 0: none. */
  private long next(long page) throws IOException {
    start.clear();
    file.read(start, page * pageSize);
    return start.position() == START && (start.getShort(0) & 0xFFFF) == DEFINITION
        ? start.getInt(NEXT_AT) & 0xFFFFFFFFL
        : 0;
  }
}
