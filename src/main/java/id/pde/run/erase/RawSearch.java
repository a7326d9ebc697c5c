package id.pde.run.erase;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * Looks for an identifier in the bytes of a file, whatever they are: text in any encoding that
 * keeps ASCII, UTF-16, and what is packed in ZIP (xlsx and ods are) or gzip, as deep as it goes.
 */
final class RawSearch {

  private static final int BLOCK = 1 << 16;

  /** Longer than an identifier with everything that people write between its signs. */
  private static final int OVERLAP = 512;

  private static final int DEPTH = 8;

  /** A bomb is not unpacked to its end. */
  private static final long MOST = 8L << 30;

  private final Pattern pattern;
  private long unpacked;

  private RawSearch(Pattern pattern) {
    this.pattern = pattern;
  }

  /** What came of it. */
  enum Result {
    ABSENT,
    PRESENT,
    /** A part of it could not be unpacked, and what could be has nothing. */
    UNSURE
  }

  static Result of(Path file, Pattern pattern) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
      return new RawSearch(pattern).look(in, 0);
    }
  }

  private Result look(InputStream in, int depth) throws IOException {
    in.mark(8);
    byte[] head = in.readNBytes(4);
    in.reset();
    boolean zip = starts(head, 'P', 'K', 3, 4);
    boolean gzip = starts(head, 0x1f, 0x8b);
    if (!zip && !gzip) {
      return plain(in);
    }
    if (depth == DEPTH) {
      return Result.UNSURE;
    }
    try {
      return zip ? members(in, depth) : gzip(in, depth);
    } catch (IOException | IllegalArgumentException broken) {
      return Result.UNSURE;
    }
  }

  private Result gzip(InputStream in, int depth) throws IOException {
    return look(new BufferedInputStream(new GZIPInputStream(in, BLOCK), BLOCK), depth + 1);
  }

  private Result members(InputStream in, int depth) throws IOException {
    Result result = Result.ABSENT;
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (pattern.matcher(entry.getName()).find()) {
        return Result.PRESENT;
      }
      Result one = look(new BufferedInputStream(new Unclosed(zip), BLOCK), depth + 1);
      if (one == Result.PRESENT) {
        return one;
      }
      result = one == Result.UNSURE ? one : result;
    }
    return result;
  }

  private Result plain(InputStream in) throws IOException {
    StringBuilder window = new StringBuilder(BLOCK + OVERLAP);
    byte[] block = new byte[BLOCK];
    boolean first = true;
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      unpacked += read;
      if (unpacked > MOST) {
        return Result.UNSURE;
      }
      for (int i = 0; i < read; i++) {
        // Half of each sign of UTF-16.
        if (block[i] != 0) {
          window.append((char) (block[i] & 0xff));
        }
      }
      Matcher found = pattern.matcher(window);
      while (found.find()) {
        // What stood before the window may make another number of it; the window before saw that.
        if (first || found.start() > 0) {
          return Result.PRESENT;
        }
      }
      if (window.length() > OVERLAP) {
        window.delete(0, window.length() - OVERLAP);
        first = false;
      }
    }
    return Result.ABSENT;
  }

  private static boolean starts(byte[] head, int... signs) {
    if (head.length < signs.length) {
      return false;
    }
    for (int i = 0; i < signs.length; i++) {
      if ((head[i] & 0xff) != signs[i]) {
        return false;
      }
    }
    return true;
  }

  /** An entry ends; the archive around it stays open. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The archive is closed by who opened it.
    }
  }
}
