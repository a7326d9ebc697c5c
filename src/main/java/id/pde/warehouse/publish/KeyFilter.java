package id.pde.warehouse.publish;

/**
 * Tells which of many 64-bit hashes may have come before, in a few bits for each (a split block
 * Bloom filter, Putze, Sanders and Singler 2007, in the form of the Apache Parquet format). One
 * that came before is always told; of others about one in 400 is told by mistake, more where there
 * are more than ten million.
 */
final class KeyFilter {

  /** Longs of the filters; each is taken when the one before is full. */
  private static final int[] SIZES = {1 << 9, 1 << 13, 1 << 17, 1 << 21};

  /** Bits for each hash before the next filter is taken. */
  private static final int BITS = 14;

  /** Four longs, or eight words of 32 bits, one bit in each. */
  private static final int BLOCK = 4;

  private static final int[] SALTS = {
    0x47b6137b, 0x44974d91, 0x8824ad5b, 0xa2b7289d, 0x705495c7, 0x2df1424b, 0x9efc4947, 0x5c6bfb31
  };

  private final long[][] filters = new long[SIZES.length][];
  private int last = -1;
  private long room;

  /** Whether the hash may have been given before; it is from now on. */
  boolean seen(long hash) {
    for (int i = 0; i < last; i++) {
      if (holds(filters[i], hash)) {
        return true;
      }
    }
    if (room == 0 && last + 1 < SIZES.length) {
      if (last >= 0 && holds(filters[last], hash)) {
        return true;
      }
      last++;
      filters[last] = new long[SIZES[last]];
      room = SIZES[last] * 64L / BITS;
    }
    room = Math.max(0, room - 1);
    return add(filters[last], hash);
  }

  private static int block(long[] filter, long hash) {
    return (int) (((hash >>> 32) * (filter.length / BLOCK)) >>> 32) * BLOCK;
  }

  private static boolean holds(long[] filter, long hash) {
    int block = block(filter, hash);
    for (int i = 0; i < SALTS.length; i++) {
      if ((filter[block + i / 2] & bit(hash, i)) == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean add(long[] filter, long hash) {
    int block = block(filter, hash);
    boolean held = true;
    for (int i = 0; i < SALTS.length; i++) {
      long bit = bit(hash, i);
      held &= (filter[block + i / 2] & bit) != 0;
      filter[block + i / 2] |= bit;
    }
    return held;
  }

  private static long bit(long hash, int word) {
    int at = ((int) hash * SALTS[word]) >>> 27;
    return 1L << (at + 32 * (word & 1));
  }
}
