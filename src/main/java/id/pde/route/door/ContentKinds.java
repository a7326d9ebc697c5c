package id.pde.route.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Whether an answer is what the route expects, by its header and by its first sign. */
final class ContentKinds {

  private static final Set<String> CSV =
      Set.of(
          "text/csv",
          "text/plain",
          "application/csv",
          "text/comma-separated-values",
          "text/tab-separated-values",
          "application/octet-stream",
          "application/vnd.ms-excel");

  private ContentKinds() {}

  /**
   * Looks at a whole answer.
   *
   * @throws id.pde.run.SourceUnreadable when it is something else
   */
  static void check(FetchAddress address, HttpHeaders headers, Path body) throws IOException {
    String written = headers.firstValue("Content-Type").orElse("");
    String kind = written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean page = kind.equals("text/html") || kind.equals("application/xhtml+xml");
    boolean packed = !Unpacked.isKnown(Unpacked.packing(headers));
    FetchAddress.Format format = address.format();
    boolean fits =
        kind.isEmpty()
            || switch (format) {
              case JSON ->
                  kind.equals("application/json")
                      || kind.equals("text/json")
                      || kind.endsWith("+json");
              case CSV -> CSV.contains(kind);
              case FILE -> true;
            };
    if (page || packed || !fits) {
      throw WebFaults.kind(address.door(), format, page);
    }
    if (format == FetchAddress.Format.CSV && !isMeasured(headers) && !endsWithItsLine(body)) {
      throw WebFaults.silent(address.door(), null);
    }
    if (format != FetchAddress.Format.FILE && firstSign(body) == '<') {
      throw WebFaults.kind(address.door(), format, true);
    }
  }

  /** Whether it would be seen that an answer broke off: other formats show it themselves. */
  private static boolean isMeasured(HttpHeaders headers) {
    return headers.firstValue("Content-Length").isPresent()
        || headers.firstValue("Transfer-Encoding").isPresent();
  }

  private static boolean endsWithItsLine(Path body) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(body)) {
      // UTF-16 ends a line with two bytes.
      ByteBuffer end = ByteBuffer.allocate(2);
      file.position(Math.max(0, file.size() - end.capacity()));
      while (end.hasRemaining() && file.read(end) >= 0) {
        // A channel may give less than it is asked for.
      }
      for (byte sign : end.array()) {
        if (sign == '\n' || sign == '\r') {
          return true;
        }
      }
      return false;
    }
  }

  /** Neither blank nor byte order mark; -1: there is none. */
  private static int firstSign(Path body) throws IOException {
    try (InputStream in = Files.newInputStream(body)) {
      int sign = in.read();
      while (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n' || sign >= 0xBB) {
        sign = in.read();
      }
      return sign;
    }
  }
}
