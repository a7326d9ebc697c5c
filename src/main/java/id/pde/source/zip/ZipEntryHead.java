package id.pde.source.zip;

import java.util.Locale;

/**
 * A member as the directory of the archive lists it.
 *
 * @param path with {@code /} between its segments, whatever the program wrote that packed it
 * @param start where its own header stands
 */
record ZipEntryHead(
    String path, int flags, int method, long crc, long packed, long size, long start, int mode) {

  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int KIND_OF_FILE = 0170000;
  private static final int LINK = 0120000;

  boolean encrypted() {
    return (flags & 1) != 0;
  }

  boolean folder() {
    return path.endsWith("/");
  }

  boolean link() {
    return (mode & KIND_OF_FILE) == LINK;
  }

  boolean readable() {
    return method == STORED || method == DEFLATED;
  }

  /** Names that would leave the folder into which somebody unpacks them. */
  boolean leaves() {
    return path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || path.indexOf('\0') >= 0
        || ("/" + path + "/").contains("/../");
  }

  /** What operating systems and office programs leave beside the files of people. */
  boolean litter() {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return ("/" + path).contains("/__MACOSX/")
        || (name.startsWith(".") && !name.equals(".."))
        || name.startsWith("~$")
        || name.equals("thumbs.db")
        || name.equals("desktop.ini");
  }
}
