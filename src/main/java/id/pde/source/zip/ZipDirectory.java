package id.pde.source.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of an archive, by PKWARE's APPNOTE 6.3.10. Java's own reader refuses the
 * whole archive where one member is encrypted, or its name is no UTF-8.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int ENTRY = 0x02014b50;

  private static final int LENGTH_OF_END = 22;
  private static final int LENGTH_OF_LOCATOR = 20;
  private static final int LENGTH_OF_ENTRY = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** Of all members together, in bytes: they are held in memory. */
  private static final int LONGEST_NAMES = 16 << 20;

  private static final long LONG_ELSEWHERE = 0xFFFFFFFFL;
  private static final int SIZES_64 = 0x0001;
  private static final int UNICODE_PATH = 0x7075;
  private static final int NAME_IS_UTF_8 = 1 << 11;

  /** What DOS wrote, and every program since that knows no better (APPNOTE, appendix D). */
  private static final Charset DOS = Charset.forName("IBM437");

  private ZipDirectory() {}

  /** There is no directory: the end of the archive is missing. */
  static final class CutOff extends ZipException {
    private static final long serialVersionUID = 1L;
  }

  /** Where the directory stands. */
  record Extent(long entries, long start, long length) {}

  /**
   * Finds the directory without reading it.
   *
   * @throws CutOff where there is none
   */
  static Extent find(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      int length = (int) Math.min(channel.size(), LENGTH_OF_END + LONGEST_COMMENT);
      long tailStart = channel.size() - length;
      ByteBuffer tail = read(channel, tailStart, length);
      for (int at = length - LENGTH_OF_END; at >= 0; at--) {
        if (tail.getInt(at) == END
            && at + LENGTH_OF_END + unsigned(tail.getShort(at + 20)) <= length) {
          Extent wide = wide(channel, tailStart + at);
          Extent extent = wide == null ? narrow(tail, at) : wide;
          if (extent.start() < 0
              || extent.length() < 0
              || extent.start() > tailStart + at - extent.length()) {
            throw new ZipException("the directory does not lie within the file");
          }
          return extent;
        }
      }
    }
    throw new CutOff();
  }

  private static Extent narrow(ByteBuffer tail, int at) {
    return new Extent(
        unsigned(tail.getShort(at + 10)),
        unsigned(tail.getInt(at + 16)),
        unsigned(tail.getInt(at + 12)));
  }

  /** Archives of more than 4 GB or 65,535 members have a second end before the first. */
  private static @Nullable Extent wide(FileChannel channel, long end) throws IOException {
    if (end < LENGTH_OF_LOCATOR) {
      return null;
    }
    ByteBuffer locator = read(channel, end - LENGTH_OF_LOCATOR, LENGTH_OF_LOCATOR);
    if (locator.getInt(0) != LOCATOR_64) {
      return null;
    }
    long start = locator.getLong(8);
    if (start < 0 || start > end - 56) {
      throw new ZipException("the end does not lie within the file");
    }
    ByteBuffer wide = read(channel, start, 56);
    if (wide.getInt(0) != END_64) {
      throw new ZipException("no end where it should be");
    }
    return new Extent(wide.getLong(32), wide.getLong(48), wide.getLong(40));
  }

  /** All members, folders included, in the order of the directory. */
  static List<ZipEntryHead> read(Path file, Extent extent) throws IOException {
    List<ZipEntryHead> entries = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(file)) {
      long at = extent.start();
      long names = 0;
      long end = extent.start() + extent.length();
      while (at < end && entries.size() < extent.entries()) {
        ByteBuffer fixed = read(channel, at, LENGTH_OF_ENTRY);
        if (fixed.getInt(0) != ENTRY) {
          throw new ZipException("no entry where it should be");
        }
        int name = unsigned(fixed.getShort(28));
        names += name;
        if (names > LONGEST_NAMES) {
          throw new ZipException("the names are too long");
        }
        int extra = unsigned(fixed.getShort(30));
        int comment = unsigned(fixed.getShort(32));
        ByteBuffer rest = read(channel, at + LENGTH_OF_ENTRY, name + extra);
        byte[] nameBytes = new byte[name];
        rest.get(nameBytes);
        entries.add(head(fixed, nameBytes, rest.slice().order(ByteOrder.LITTLE_ENDIAN)));
        at += LENGTH_OF_ENTRY + name + extra + comment;
      }
    }
    if (entries.size() != extent.entries()) {
      throw new ZipException("fewer entries than the end tells");
    }
    return entries;
  }

  private static ZipEntryHead head(ByteBuffer fixed, byte[] name, ByteBuffer extra)
      throws ZipException {
    long size = unsigned(fixed.getInt(24));
    long packed = unsigned(fixed.getInt(20));
    long start = unsigned(fixed.getInt(42));
    String path = null;
    while (extra.remaining() >= 4) {
      int kind = unsigned(extra.getShort());
      int length = unsigned(extra.getShort());
      if (length > extra.remaining()) {
        break;
      }
      ByteBuffer field = extra.slice().order(ByteOrder.LITTLE_ENDIAN).limit(length);
      extra.position(extra.position() + length);
      if (kind == SIZES_64) {
        // Only those that did not fit into the entry, in this order (APPNOTE 4.5.3).
        size = size == LONG_ELSEWHERE ? next(field) : size;
        packed = packed == LONG_ELSEWHERE ? next(field) : packed;
        start = start == LONG_ELSEWHERE ? next(field) : start;
      } else if (kind == UNICODE_PATH && length > 5) {
        byte[] unicode = new byte[length - 5];
        field.position(5).get(unicode);
        path = utf8(unicode);
      }
    }
    int flags = unsigned(fixed.getShort(8));
    String words = path == null ? name(name, flags) : path;
    int mode = (fixed.get(5) & 0xFF) == 3 ? fixed.getInt(38) >>> 16 : 0;
    return new ZipEntryHead(
        words.replace('\\', '/'),
        flags,
        unsigned(fixed.getShort(10)),
        unsigned(fixed.getInt(16)),
        packed,
        size,
        start,
        mode);
  }

  private static long next(ByteBuffer field) throws ZipException {
    if (field.remaining() < 8) {
      throw new ZipException("a size is missing");
    }
    long value = field.getLong();
    if (value < 0) {
      throw new ZipException("a size is below 0");
    }
    return value;
  }

  /** The flag is often left out: what is strictly UTF-8 is hardly ever anything else. */
  private static String name(byte[] bytes, int flags) {
    String utf8 = utf8(bytes);
    if (utf8 != null) {
      return utf8;
    }
    return new String(bytes, (flags & NAME_IS_UTF_8) != 0 ? StandardCharsets.UTF_8 : DOS);
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException other) {
      return null;
    }
  }

  static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new ZipException("the file ends within its directory");
      }
    }
    return bytes.flip();
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }
}
