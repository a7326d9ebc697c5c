package id.pde.source.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A byte order mark. */
// Charsets do not change; the checker cannot know.
@SuppressWarnings("ImmutableEnumChecker")
enum Mark {
  UTF_32LE("UTF-32LE", new int[] {0xFF, 0xFE, 0, 0}),
  UTF_32BE("UTF-32BE", new int[] {0, 0, 0xFE, 0xFF}),
  UTF_8("UTF-8", new int[] {0xEF, 0xBB, 0xBF}),
  UTF_16LE("UTF-16LE", new int[] {0xFF, 0xFE}),
  UTF_16BE("UTF-16BE", new int[] {0xFE, 0xFF}),
  NONE("", new int[0]);

  private final String charset;
  private final int[] bytes;

  Mark(String charset, int[] bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  static Mark of(byte[] start) {
    for (Mark mark : values()) {
      if (mark.begins(start)) {
        return mark;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] start) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  int length() {
    return bytes.length;
  }

  Optional<Charset> charset() {
    return this == NONE ? Optional.empty() : Optional.of(Charset.forName(charset));
  }

  /** Whether a charset may be declared for a file with this mark. */
  boolean allows(Charset declared) {
    return this == NONE
        || declared.equals(Charset.forName(charset))
        || (declared.equals(StandardCharsets.UTF_16) && charset.startsWith("UTF-16"))
        || (declared.name().equals("UTF-32") && charset.startsWith("UTF-32"));
  }
}
