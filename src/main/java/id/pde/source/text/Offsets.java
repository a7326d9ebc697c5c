package id.pde.source.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line of a byte. */
final class Offsets {

  private Offsets() {}

  /** The physical line, from 1, of the byte at an offset. */
  static long line(Path file, long offset) throws IOException {
    long line = 1;
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int last = -1;
      for (long at = 0; at < offset; at++) {
        int unit = stream.read();
        boolean secondOfBreak = unit == '\n' && last == '\r';
        line += (unit == '\n' || unit == '\r') && !secondOfBreak ? 1 : 0;
        last = unit;
      }
    }
    return line;
  }
}
