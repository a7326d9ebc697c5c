package id.pde.source.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The charset of a JSON file, and how many bytes its mark takes. JSON begins with an ASCII sign, so
 * the zeros of its first bytes tell UTF-16 (RFC 4627, section 3).
 */
record JsonCharset(Charset charset, int mark) {

  /** By the first bytes of a file. */
  static JsonCharset of(byte[] start) {
    int first = unit(start, 0);
    int second = unit(start, 1);
    if (first == 0xEF && second == 0xBB && unit(start, 2) == 0xBF) {
      return new JsonCharset(StandardCharsets.UTF_8, 3);
    }
    if (first == 0xFE && second == 0xFF) {
      return new JsonCharset(StandardCharsets.UTF_16BE, 2);
    }
    if (first == 0xFF && second == 0xFE) {
      return new JsonCharset(StandardCharsets.UTF_16LE, 2);
    }
    if (first == 0 && second > 0) {
      return new JsonCharset(StandardCharsets.UTF_16BE, 0);
    }
    if (first > 0 && second == 0) {
      return new JsonCharset(StandardCharsets.UTF_16LE, 0);
    }
    return new JsonCharset(StandardCharsets.UTF_8, 0);
  }

  /** A declared charset is obeyed; a mark of that charset is no part of the text. */
  static JsonCharset declared(String name, byte[] start) {
    JsonCharset seen = of(start);
    Charset charset = Charset.forName(name);
    if (charset.equals(StandardCharsets.UTF_16)) {
      boolean wide = seen.charset.name().startsWith("UTF-16");
      return wide ? seen : new JsonCharset(StandardCharsets.UTF_16BE, 0);
    }
    return new JsonCharset(charset, seen.charset.equals(charset) ? seen.mark : 0);
  }

  private static int unit(byte[] bytes, int at) {
    return at < bytes.length ? bytes[at] & 0xFF : -1;
  }
}
