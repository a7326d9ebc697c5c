package id.pde.web.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of programs: 256 bits from a secure source, so that a plain hash of one is enough. */
public final class Tokens {

  private static final int BYTES = 32;

  /** So that searches for leaked secrets know one. */
  private static final String PREFIX = "pde_";

  private Tokens() {}

  /**
   * A new one.
   *
   * @param word shown once
   * @param hash kept
   */
  public record Made(String word, String hash) {
    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  public static Made make() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String word = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    return new Made(word, hash(word));
  }

  /** SHA-256 in hexadecimal digits. */
  public static String hash(String word) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
