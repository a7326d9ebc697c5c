package id.pde.run.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Encrypts what is written in blocks of 64 KiB (the STREAM construction): AES-256-GCM with the
 * number of the block and whether it is the last in its nonce, and the header beside it, so that
 * none can be changed, moved, left out or added. Memory is one block. Closing writes the last one.
 */
final class SealedOutput extends OutputStream {

  static final int BLOCK = 1 << 16;
  static final int TAG = 16;

  private final OutputStream target;
  private final BlockCipher cipher;
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long number;
  private boolean closed;

  SealedOutput(OutputStream target, BackupKey key, String name) throws IOException {
    PartHeader header = PartHeader.make(key);
    this.target = target;
    this.cipher = new BlockCipher(key.part(name, header.nonce()), header.bytes());
    target.write(header.bytes());
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      if (filled == BLOCK) {
        seal(BlockCipher.Place.INNER);
      }
      int taken = Math.min(BLOCK - filled, from + length - at);
      System.arraycopy(bytes, at, block, filled, taken);
      filled += taken;
      at += taken;
    }
  }

  private void seal(BlockCipher.Place place) throws IOException {
    try {
      Cipher ready = cipher.ready(Cipher.ENCRYPT_MODE, number, place);
      target.write(ready.doFinal(block, 0, filled));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
    number++;
    filled = 0;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (target) {
      seal(BlockCipher.Place.LAST);
    }
  }
}
