package id.pde.route.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Answers that a server packs, though PDE did not ask for that. */
final class Unpacked {

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private Unpacked() {}

  /** How an answer is packed, in small letters. */
  static String packing(HttpHeaders headers) {
    return headers
        .firstValue("Content-Encoding")
        .orElse("identity")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether PDE unpacks what is packed so. */
  static boolean isKnown(String packing) {
    return packing.equals("identity") || GZIP.contains(packing);
  }

  /**
   * Puts the content in place of a packed answer.
   *
   * @param limit bytes of the content
   * @return its bytes; those of the answer where it is not packed
   * @throws IOException also where the answer was cut
   */
  static long inPlace(HttpHeaders headers, Path answer, long limit) throws IOException {
    if (!GZIP.contains(packing(headers))) {
      return Files.size(answer);
    }
    Path content = answer.resolveSibling(".unpacked");
    try {
      long bytes = unpack(answer, content, limit);
      Files.move(content, answer, StandardCopyOption.REPLACE_EXISTING);
      return bytes;
    } finally {
      Files.deleteIfExists(content);
    }
  }

  private static long unpack(Path answer, Path content, long limit) throws IOException {
    byte[] block = new byte[1 << 16];
    long bytes = 0;
    try (InputStream file = Files.newInputStream(answer);
        InputStream in = new GZIPInputStream(file, block.length);
        OutputStream out = Files.newOutputStream(content)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        bytes += read;
        if (bytes > limit) {
          throw new LimitedFile.TooLong();
        }
        out.write(block, 0, read);
      }
    }
    return bytes;
  }
}
