package id.pde.run.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one backup, derived from a passphrase by PBKDF2 with HMAC-SHA-512. Every part is
 * encrypted under a key of its own, which depends on the name of the part. Immutable.
 */
final class BackupKey {

  /** Rounds of a new backup: about a second of work, for us and for who guesses passphrases. */
  static final int ROUNDS = 600_000;

  /** More than that is no backup of ours; a made-up header must not keep the machine busy. */
  static final int MOST_ROUNDS = 20_000_000;

  static final int SALT = 16;
  static final int CHECK = 16;

  private static final int KEY_BITS = 256;

  private final byte[] master;
  private final byte[] salt;
  private final int rounds;

  private BackupKey(byte[] master, byte[] salt, int rounds) {
    this.master = master;
    this.salt = salt;
    this.rounds = rounds;
  }

  static BackupKey make(Passphrase passphrase, int rounds) {
    return derive(passphrase, random(SALT), rounds);
  }

  static BackupKey derive(Passphrase passphrase, byte[] salt, int rounds) {
    PBEKeySpec word =
        new PBEKeySpec(passphrase.reveal().toCharArray(), salt.clone(), rounds, KEY_BITS);
    try {
      SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
      return new BackupKey(factory.generateSecret(word).getEncoded(), salt.clone(), rounds);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    } finally {
      word.clearPassword();
    }
  }

  byte[] salt() {
    return salt.clone();
  }

  int rounds() {
    return rounds;
  }

  /** Whether it was derived from what a header names. */
  boolean isOf(PartHeader header) {
    return rounds == header.rounds() && Arrays.equals(salt, header.salt());
  }

  /** Tells a wrong passphrase from a damaged part. */
  byte[] check() {
    return Arrays.copyOf(mac("check"), CHECK);
  }

  boolean opens(PartHeader header) {
    return MessageDigest.isEqual(check(), header.check());
  }

  SecretKeySpec part(String name, byte[] nonce) {
    ByteBuffer named = ByteBuffer.allocate(nonce.length + name.length() * 4);
    named.put(nonce).put(name.getBytes(StandardCharsets.UTF_8));
    return new SecretKeySpec(mac("part", Arrays.copyOf(named.array(), named.position())), "AES");
  }

  private byte[] mac(String use, byte... more) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master, "HmacSHA256"));
      mac.update(use.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return mac.doFinal(more);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
