package id.pde.source.text;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Decides the charset: declared, by its mark, by its zeros, by its validity, else windows-1252. */
final class EncodingFinder {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private EncodingFinder() {}

  static Encoding find(Path file, Location where, Optional<String> declared) throws IOException {
    byte[] start = start(file);
    Mark mark = Mark.of(start);
    if (mark == Mark.UTF_32) {
      throw unreadable(
          where,
          "charset.utf-32",
          new Text(
              "Berkas memakai pengodean UTF-32, yang tidak dibaca.",
              "The file is in UTF-32, which is not read."));
    }
    if (declared.isPresent()) {
      return declared(where, declared.get(), mark);
    }
    if (mark.charset.isPresent()) {
      return new Encoding(mark.charset.get(), mark.length, false, true, false);
    }
    Optional<Charset> wide = byZeros(start);
    if (wide.isPresent()) {
      return new Encoding(wide.get(), 0, false, true, false);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      ByteScan scan = ByteScan.of(stream);
      return scan.utf8()
          ? new Encoding(StandardCharsets.UTF_8, 0, scan.ascii(), scan.nul(), false)
          : new Encoding(WINDOWS, 0, false, scan.nul(), true);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(4096);
    }
  }

  private static Encoding declared(Location where, String name, Mark mark) {
    Charset charset;
    try {
      charset = Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw unreadable(
          where,
          "charset.unknown",
          new Text(
              "Pengodean \"" + name + "\" tidak dikenal.",
              "The charset \"" + name + "\" is not known."));
    }
    boolean contradicts =
        mark.charset.isPresent() && mark != Mark.UTF_8 && !charset.name().startsWith("UTF-16");
    if (contradicts) {
      throw unreadable(
          where,
          "charset.contradicts",
          new Text(
              "Pemetaan menyebut pengodean " + name + ", tetapi berkas bertanda " + mark + ".",
              "The mapping says " + name + ", but the file is marked as " + mark + "."));
    }
    if (charset.name().equals("UTF-16")) {
      charset = mark.charset.orElse(StandardCharsets.UTF_16BE);
    }
    return new Encoding(charset, mark.length, false, true, false);
  }

  /** Latin text in UTF-16 has a zero in every second byte; other files have hardly any. */
  private static Optional<Charset> byZeros(byte[] start) {
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i & 1] += start[i] == 0 ? 1 : 0;
    }
    int pairs = start.length / 2;
    if (pairs == 0) {
      return Optional.empty();
    }
    if (10 * zeros[1] >= 6 * pairs && 20 * zeros[0] <= pairs) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (10 * zeros[0] >= 6 * pairs && 20 * zeros[1] <= pairs) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static RuntimeException unreadable(Location where, String code, Text message) {
    Text fix =
        new Text(
            "Simpan berkas sebagai UTF-8, atau perbaiki \"charset\" di pemetaan.",
            "Save the file as UTF-8, or correct \"charset\" in the mapping.");
    return Faults.unreadable(code, where, new Advice("source.charset", message, fix), null);
  }

  /** A byte order mark. */
  private enum Mark {
    UTF_32(0, Optional.empty()),
    UTF_8(3, Optional.of(StandardCharsets.UTF_8)),
    UTF_16LE(2, Optional.of(StandardCharsets.UTF_16LE)),
    UTF_16BE(2, Optional.of(StandardCharsets.UTF_16BE)),
    NONE(0, Optional.empty());

    private final int length;
    private final Optional<Charset> charset;

    Mark(int length, Optional<Charset> charset) {
      this.length = length;
      this.charset = charset;
    }

    static Mark of(byte[] start) {
      if (starts(start, 0xFF, 0xFE, 0, 0) || starts(start, 0, 0, 0xFE, 0xFF)) {
        return UTF_32;
      }
      if (starts(start, 0xEF, 0xBB, 0xBF)) {
        return UTF_8;
      }
      if (starts(start, 0xFF, 0xFE)) {
        return UTF_16LE;
      }
      return starts(start, 0xFE, 0xFF) ? UTF_16BE : NONE;
    }

    private static boolean starts(byte[] start, int... mark) {
      byte[] bytes = new byte[mark.length];
      for (int i = 0; i < mark.length; i++) {
        bytes[i] = (byte) mark[i];
      }
      return start.length >= mark.length && Arrays.equals(bytes, Arrays.copyOf(start, mark.length));
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }
}
