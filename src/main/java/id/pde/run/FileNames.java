package id.pde.run;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names of files as agencies give them. A Java path speaks the language of the process: under
 * LANG=C it can neither show nor make a name beyond ASCII. Its URI holds the true bytes, whatever
 * the language; so names go in and out through it.
 */
public final class FileNames {

  /** What Linux allows for one name, in bytes. */
  private static final int LONGEST = 255;

  private FileNames() {}

  /** The last segment of a path, read as UTF-8; bytes that are none become U+FFFD. */
  public static String of(Path file) {
    String path = file.toAbsolutePath().toUri().getRawPath();
    String tidy = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String raw = tidy.substring(tidy.lastIndexOf('/') + 1);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
        i += 2;
      } else {
        bytes.put((byte) raw.charAt(i));
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  /** The name of the folder that a file lies in; empty where it lies in a root. */
  public static String folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null ? "" : of(folder);
  }

  /** The path of that name in a folder; never leaves the folder. */
  public static Path in(Path folder, String name) {
    StringBuilder uri = new StringBuilder(folder.toAbsolutePath().toUri().getRawPath());
    if (uri.charAt(uri.length() - 1) != '/') {
      uri.append('/');
    }
    for (byte sign : segment(name).getBytes(StandardCharsets.UTF_8)) {
      uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(sign));
    }
    return Path.of(URI.create("file://" + uri));
  }

  /** One path segment, whatever the sender calls it. */
  public static String segment(String name) {
    String one = name.replace('/', '_').replace('\0', '_');
    return one.isEmpty() || one.equals(".") || one.equals("..") ? "_" + one : one;
  }

  /**
   * The name with a suffix, cut where it would be too long for the file system; two names that are
   * cut stay apart.
   */
  public static String with(String name, String suffix) {
    String segment = segment(name);
    int room = LONGEST - suffix.length();
    if (segment.getBytes(StandardCharsets.UTF_8).length <= room) {
      return segment + suffix;
    }
    String mark = String.format(Locale.ROOT, "~%08x", name.hashCode());
    int end = segment.length();
    while (segment.substring(0, end).getBytes(StandardCharsets.UTF_8).length
        > room - mark.length()) {
      end = segment.offsetByCodePoints(end, -1);
    }
    return segment.substring(0, end) + mark + suffix;
  }

  /** The name with everything escaped that would break a line or turn its direction. */
  public static String shown(String name) {
    StringBuilder shown = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            sign -> {
              switch (Character.getType(sign)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    shown.append(String.format(Locale.ROOT, "\\u%04X", sign));
                default -> shown.appendCodePoint(sign);
              }
            });
    return shown.toString();
  }
}
