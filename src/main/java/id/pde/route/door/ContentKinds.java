package id.pde.route.door;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
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
    boolean packed =
        !headers.firstValue("Content-Encoding").orElse("identity").equalsIgnoreCase("identity");
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
    if (format != FetchAddress.Format.FILE && firstSign(body) == '<') {
      throw WebFaults.kind(address.door(), format, true);
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
