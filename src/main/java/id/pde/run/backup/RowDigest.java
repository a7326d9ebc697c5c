package id.pde.run.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * The sum of the SHA-256 of all rows, as four numbers of 64 bits each: equal for equal rows in
 * whatever order they come. For one thread.
 */
public final class RowDigest {

  private final MessageDigest digest = Sha256.digest();
  private final long[] sums = new long[4];
  private long rows;

  /** Adds a row, in PostgreSQL's binary form. */
  public void add(byte[] bytes, int from, int length) {
    digest.update(bytes, from, length);
    ByteBuffer sum = ByteBuffer.wrap(digest.digest());
    for (int i = 0; i < sums.length; i++) {
      sums[i] += sum.getLong();
    }
    rows++;
  }

  public long rows() {
    return rows;
  }

  public String hex() {
    return String.format(Locale.ROOT, "%016x%016x%016x%016x", sums[0], sums[1], sums[2], sums[3]);
  }
}
