package id.pde.run.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cipher of the blocks of one part. For one thread. */
final class BlockCipher {

  private static final int NONCE = 12;
  private static final long MOST_BLOCKS = 0xffff_ffffL;

  private final SecretKeySpec key;
  private final byte[] header;
  private final Cipher cipher;

  /** Where a block stands. */
  enum Place {
    INNER,
    LAST
  }

  BlockCipher(SecretKeySpec key, byte[] header) {
    this.key = key;
    this.header = header;
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Seven zero bytes, the number of the block (4), whether it is the last (1). */
  Cipher ready(int mode, long number, Place place) throws GeneralSecurityException {
    if (number > MOST_BLOCKS) {
      throw new IllegalStateException("a part has at most 2^32 blocks");
    }
    ByteBuffer nonce = ByteBuffer.allocate(NONCE);
    nonce.putInt(NONCE - 5, (int) number).put(NONCE - 1, (byte) (place == Place.LAST ? 1 : 0));
    cipher.init(mode, key, new GCMParameterSpec(SealedOutput.TAG * 8, nonce.array()));
    cipher.updateAAD(header);
    return cipher;
  }
}
