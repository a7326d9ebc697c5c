package id.pde.run.backup;

import id.pde.run.backup.BlockCipher.Place;
import id.pde.run.backup.Damaged.Why;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SealedOutput} wrote. A block is given out once it is known to be as it was written,
 * and the end only where the last block stands; anything else is {@link Damaged}.
 */
final class SealedInput extends InputStream {

  private static final int SEALED = SealedOutput.BLOCK + SealedOutput.TAG;

  private final InputStream source;
  private final BlockCipher cipher;
  private byte[] open = new byte[0];
  private int at;
  private long number;
  private byte[] next;
  private boolean ended;

  /** Opens a part whose header was read. */
  SealedInput(InputStream source, PartHeader header, BackupKey key, String name)
      throws IOException {
    this.source = source;
    this.cipher = new BlockCipher(key.part(name, header.nonce()), header.bytes());
    this.next = source.readNBytes(SEALED);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == open.length) {
      if (ended) {
        return -1;
      }
      advance();
    }
    int given = Math.min(length, open.length - at);
    System.arraycopy(open, at, bytes, from, given);
    at += given;
    return given;
  }

  private void advance() throws IOException {
    byte[] sealed = next;
    next = sealed.length < SEALED ? new byte[0] : source.readNBytes(SEALED);
    Place place = next.length == 0 ? Place.LAST : Place.INNER;
    byte[] opened = opened(sealed, place);
    if (opened == null) {
      // A whole block that says others follow stands where the part ends.
      boolean cut = place == Place.LAST && (isShort(sealed) || opened(sealed, Place.INNER) != null);
      throw new Damaged(cut ? Why.CUT : Why.CHANGED, number + 1);
    }
    open = opened;
    at = 0;
    number++;
    ended = place == Place.LAST;
  }

  private static boolean isShort(byte[] sealed) {
    return sealed.length < SealedOutput.TAG;
  }

  /** Null: it is not what was written there. */
  private byte @Nullable [] opened(byte[] sealed, Place place) {
    if (isShort(sealed)) {
      return null;
    }
    try {
      return cipher.ready(Cipher.DECRYPT_MODE, number, place).doFinal(sealed);
    } catch (GeneralSecurityException other) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
