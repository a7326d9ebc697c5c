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

  /** The first sign of a page that holds a table definition; who follows looks at no more. */
  private static final byte DEFINITION = 2;

  /** Where a page names the next one. */
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
      long at = isDefinition(page) ? next(page) : 0;
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

  private boolean isDefinition(long page) throws IOException {
    return read(page) && start.get(0) == DEFINITION;
  }

  /**
   * The page that a page of a definition names; 0: none. Who follows looks at the signs of the
   * first page only, and so do we: the others may be anything in a damaged file.
   */
  private long next(long page) throws IOException {
    return read(page) ? start.getInt(NEXT_AT) & 0xFFFFFFFFL : 0;
  }

  private boolean read(long page) throws IOException {
    start.clear();
    file.read(start, page * pageSize);
    return start.position() == START;
  }
}
