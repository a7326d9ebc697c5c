package id.pde.run.backup;

import id.pde.run.backup.Damaged.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The first 96 bytes of a part: sign (10), format (2), rounds (4), salt of the backup (16), nonce
 * of the part (16), check of the passphrase (16), SHA-256 of all that (32).
 */
final class PartHeader {

  static final int BYTES = 96;

  /** The format that this PDE writes, and the newest that it reads. */
  static final int FORMAT = 1;

  private static final byte[] SIGN = "PDEBACKUP\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE = 16;
  private static final int SUMMED = BYTES - 32;
  private static final int AT_ROUNDS = SIGN.length + 2;
  private static final int AT_SALT = AT_ROUNDS + 4;
  private static final int AT_NONCE = AT_SALT + BackupKey.SALT;
  private static final int AT_CHECK = AT_NONCE + NONCE;

  private final byte[] bytes;

  private PartHeader(byte[] bytes) {
    this.bytes = bytes;
  }

  static PartHeader make(BackupKey key) {
    ByteBuffer header = ByteBuffer.allocate(BYTES);
    header.put(SIGN).putShort((short) FORMAT).putInt(key.rounds()).put(key.salt());
    header.put(BackupKey.random(NONCE)).put(key.check());
    header.put(Sha256.of(header.array(), SUMMED));
    return new PartHeader(header.array());
  }

  /**
   * Reads the header of a part.
   *
   * @throws Damaged when it is none of a format that this PDE knows, or not whole
   */
  static PartHeader read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(BYTES);
    if (!Arrays.equals(Arrays.copyOf(bytes, SIGN.length), SIGN)) {
      throw new Damaged(Why.NO_BACKUP, 0);
    }
    if (bytes.length < BYTES) {
      throw new Damaged(Why.CUT, 0);
    }
    PartHeader header = new PartHeader(bytes);
    byte[] sum = Arrays.copyOfRange(bytes, SUMMED, BYTES);
    if (!MessageDigest.isEqual(Sha256.of(bytes, SUMMED), sum)) {
      throw new Damaged(Why.CHANGED, 0);
    }
    if (ByteBuffer.wrap(bytes).getShort(SIGN.length) != FORMAT) {
      throw new Damaged(Why.NEWER, 0);
    }
    if (header.rounds() < 1 || header.rounds() > BackupKey.MOST_ROUNDS) {
      throw new Damaged(Why.CHANGED, 0);
    }
    return header;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int rounds() {
    return ByteBuffer.wrap(bytes).getInt(AT_ROUNDS);
  }

  byte[] salt() {
    return Arrays.copyOfRange(bytes, AT_SALT, AT_NONCE);
  }

  byte[] nonce() {
    return Arrays.copyOfRange(bytes, AT_NONCE, AT_CHECK);
  }

  byte[] check() {
    return Arrays.copyOfRange(bytes, AT_CHECK, SUMMED);
  }
}
