package id.pde.source.text;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Programs of the DOS age end a text with one or more signs 0x1A (^Z). */
final class EndMark {

  private EndMark() {}

  /** The bytes of a file that are text. */
  static long lengthWithout(Path path, Encoding encoding) throws IOException {
    String charset = encoding.first().name();
    int unit = charset.startsWith("UTF-16") ? 2 : charset.startsWith("UTF-32") ? 4 : 1;
    int low = charset.endsWith("BE") ? unit - 1 : 0;
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long end = file.length();
      if (unit > 1) {
        end -= tornBreak(file, end, (end - encoding.skip()) % unit);
      }
      while (end - unit >= encoding.skip() && endsWithMark(file, end, unit, low)) {
        end -= unit;
      }
      return end;
    }
  }

  /** A break, or its mark, that was added byte by byte to wide signs, or cut: no value is lost. */
  private static long tornBreak(RandomAccessFile file, long end, long odd) throws IOException {
    if (odd != 1) {
      return 0;
    }
    file.seek(end - 1);
    int last = file.read();
    return last == '\n' || last == '\r' || last == 0x1A ? 1 : 0;
  }

  private static boolean endsWithMark(RandomAccessFile file, long end, int unit, int low)
      throws IOException {
    byte[] last = new byte[unit];
    file.seek(end - unit);
    file.readFully(last);
    for (int i = 0; i < unit; i++) {
      if (last[i] != (i == low ? 0x1A : 0)) {
        return false;
      }
    }
    return true;
  }
}
