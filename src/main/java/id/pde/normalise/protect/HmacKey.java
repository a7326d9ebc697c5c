package id.pde.normalise.protect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which values get their pseudonyms: HMAC-SHA-256 (RFC 2104, FIPS 180-4) of kind,
 * a zero byte and value, of which the first 128 bits are kept. Two of a billion values share them
 * by chance once in 10^20 deployments. Immutable.
 */
public final class HmacKey implements Pseudonyms {

  /** Bytes that a key has at least: the length of the hash. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEPT = 16;
  private static final int ID = 4;
  private static final HexFormat HEX = HexFormat.of();

  private final SecretKeySpec secret;
  private final String id;

  private HmacKey(byte[] secret) {
    this.secret = new SecretKeySpec(secret, ALGORITHM);
    this.id = id(secret);
  }

  /**
   * A key of random bytes.
   *
   * @throws IllegalArgumentException when there are fewer than {@link #BYTES}
   */
  public static HmacKey of(byte[] secret) {
    if (secret.length < BYTES) {
      throw new IllegalArgumentException("a key has at least " + BYTES + " bytes");
    }
    return new HmacKey(secret);
  }

  /** The first eight hex digits of SHA-256 over the key: they name it and do not give it away. */
  public String id() {
    return id;
  }

  @Override
  public Optional<String> keyId() {
    return Optional.of(id);
  }

  @Override
  public Naming naming() {
    Mac mac = mac();
    return (kind, value) -> {
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return id + ":" + HEX.formatHex(hash, 0, KEPT);
    };
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "HmacKey " + id;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }

  private static String id(byte[] secret) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
      return HEX.formatHex(hash, 0, ID);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
