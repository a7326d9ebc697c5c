package id.pde.run.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who somebody is at the provider that lets people in (OpenID Connect). It stands where other
 * accounts have the hash of a password: an account has one way in, never both. Pure.
 */
public final class ProvidedKey {

  /** The name of the method, which no hash of a password starts with. */
  public static final String METHOD = "{oidc}";

  private ProvidedKey() {}

  /**
   * The key of a person.
   *
   * @param issuer the provider
   * @param subject what the provider calls them; it never changes, unlike names and addresses
   */
  public static String of(String issuer, String subject) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] both = (issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8);
      return METHOD + HexFormat.of().formatHex(sha256.digest(both));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
