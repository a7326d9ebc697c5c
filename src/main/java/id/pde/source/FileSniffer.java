package id.pde.source;

import id.pde.source.dbf.DbfWorkbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells what a file is from its content, never from its name. */
final class FileSniffer {

  private static final int START = 1 << 13;

  /** Signs at the very start of a file. */
  private static final Map<String, FileKind> MAGIC =
      Map.ofEntries(
          Map.entry("%PDF", FileKind.PDF),
          Map.entry("SQLite format 3\0", FileKind.SQLITE),
          Map.entry("\0\1\0\0Standard ", FileKind.MDB),
          Map.entry("{\\rtf", FileKind.RTF),
          Map.entry("\u0089PNG", FileKind.IMAGE),
          Map.entry("\u00FF\u00D8\u00FF", FileKind.IMAGE),
          Map.entry("GIF8", FileKind.IMAGE),
          Map.entry("\u001F\u008B", FileKind.ARCHIVE),
          Map.entry("Rar!\u001A", FileKind.ARCHIVE),
          Map.entry("7z\u00BC\u00AF", FileKind.ARCHIVE),
          Map.entry("\u00FD7zXZ\0", FileKind.ARCHIVE),
          // Workbooks of Excel 2, 3, 4 and 5 without a container (OpenOffice's documentation of
          // Excel, 4.1.2); web applications write the last by hand.
          Map.entry("\u0009\0\u0004\0", FileKind.XLS),
          Map.entry("\u0009\u0002\u0006\0", FileKind.XLS),
          Map.entry("\u0009\u0004\u0006\0", FileKind.XLS),
          Map.entry("\u0009\u0008\u0008\0", FileKind.XLS));

  private static final Pattern JSON =
      Pattern.compile(
          "^(\\{\\s*[\"}]|\\[\\s*(null\\s*,\\s*)*(\\{\\s*[\"}]|\\]|\\[\\s*([\"\\[{\\]-]|\\d|true|false|null)))");

  /** A table may begin with the headings "ID;P", too: only records of SYLK behind it tell. */
  private static final Pattern SYLK =
      Pattern.compile("^ID;P[^\\r\\n]*[\\r\\n]+((P|F|B|C|O|W|NN|NU);[A-Z][^\\r\\n]*[\\r\\n]+){2}");

  private static final Pattern DIF = Pattern.compile("^TABLE\\r?\\n0,1\\r?\\n\"");

  private FileSniffer() {}

  static FileKind kind(Path file) throws IOException {
    byte[] start;
    try (InputStream stream = Files.newInputStream(file)) {
      start = stream.readNBytes(START);
    }
    if (start.length == 0) {
      return FileKind.EMPTY;
    }
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
      return ZipKind.of(file, latin);
    }
    if (latin.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return Ole2Kind.of(file);
    }
    for (Map.Entry<String, FileKind> magic : MAGIC.entrySet()) {
      if (latin.startsWith(magic.getKey())) {
        return magic.getValue();
      }
    }
    return DbfWorkbook.begins(start) ? FileKind.DBF : textKind(start, latin);
  }

  private static FileKind textKind(byte[] start, String latin) {
    if (isWide(start)) {
      return markup(new String(start, wide(start)));
    }
    return isBinary(start) ? FileKind.BINARY : markup(latin);
  }

  private static FileKind markup(String text) {
    String start = text.replaceFirst("^(\u00EF\u00BB\u00BF|\uFEFF)?\\s*", "");
    FileKind markup = MarkupKind.of(start);
    if (markup != null) {
      return markup;
    }
    if (JSON.matcher(start).find()) {
      return FileKind.JSON;
    }
    if (SYLK.matcher(start).find()) {
      return FileKind.SYLK;
    }
    return DIF.matcher(start).find() ? FileKind.DIF : FileKind.TEXT;
  }

  /** UTF-16 or UTF-32 by its mark, or UTF-16 by a zero in nearly every second byte. */
  private static boolean isWide(byte[] start) {
    if (Arrays.equals(Arrays.copyOf(start, 4), new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF})) {
      return true;
    }
    if (start.length >= 2
        && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
            || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF))) {
      return true;
    }
    int[] zeros = zeros(start);
    int pairs = start.length / 2;
    return pairs > 0
        && 10 * Math.max(zeros[0], zeros[1]) >= 6 * pairs
        && 20 * Math.min(zeros[0], zeros[1]) <= pairs;
  }

  private static Charset wide(byte[] start) {
    if (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = zeros(start);
    return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  private static int[] zeros(byte[] start) {
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i & 1] += start[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  /** Text holds hardly any control signs; a stray zero is a fault of its row, not of the file. */
  private static boolean isBinary(byte[] start) {
    int controls = 0;
    int zeros = 0;
    for (byte unit : start) {
      if (unit == 0) {
        zeros++;
      } else if (unit > 0
          && unit < 0x20
          && List.of(9, 10, 12, 13, 0x1A, 0x1B).indexOf((int) unit) < 0) {
        controls++;
      }
    }
    return (controls >= 3 && 50 * controls > start.length)
        || (zeros >= 8 && 5 * zeros > start.length);
  }
}
