package id.pde.source.markup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which charset an XML document says it is written in (XML 1.0, appendix F). */
final class XmlCharset {

  private static final int START = 1 << 10;

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private XmlCharset() {}

  /**
   * By its mark, its first bytes or its declaration; a mark is passed over.
   *
   * @return null: a charset that is not known here
   */
  static @Nullable Charset of(InputStream stream) throws IOException {
    stream.mark(START);
    byte[] start = stream.readNBytes(START);
    stream.reset();
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      stream.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    if (begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF)) {
      stream.skipNBytes(2);
      return begins(start, 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    if (begins(start, '<', 0) || begins(start, 0, '<')) {
      return begins(start, '<') ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1);
    return Charset.isSupported(name) ? Charset.forName(name) : null;
  }

  private static boolean begins(byte[] start, int... signs) {
    for (int i = 0; i < signs.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != signs[i]) {
        return false;
      }
    }
    return true;
  }
}
