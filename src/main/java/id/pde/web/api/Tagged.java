package id.pde.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.ResponseEntity;

/** Single things with a tag of what they are now: who has it already gets 304 and nothing more. */
final class Tagged {

  private Tagged() {}

  /** A view whose text names all that it says: a record, or JSON. */
  static <T> ResponseEntity<T> of(T view) {
    return of(digest(view.toString()), view);
  }

  /**
   * The same with a tag that is known.
   *
   * @param tag without its quotes
   */
  static <T> ResponseEntity<T> of(String tag, T view) {
    return ResponseEntity.ok().eTag('"' + tag + '"').body(view);
  }

  /** A tag as a header has it, without quotes and the sign of a weak one. */
  static String bare(String header) {
    return header.strip().replaceFirst("^W/", "").replace("\"", "");
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
