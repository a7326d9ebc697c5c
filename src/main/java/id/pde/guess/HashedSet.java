package id.pde.guess;

/**
 * Remembers texts by 64 bits each, so that a million of them take 16 MB. Two different texts meet
 * in one number about once in 37 million sets of a million.
 */
final class HashedSet {

  private static final int START = 1 << 6;

  private long[] slots = new long[START];
  private int size;

  /** Whether the text was not there before. */
  boolean add(String text) {
    long hash = hash(text);
    if (2L * size >= slots.length) {
      grow();
    }
    if (!put(slots, hash)) {
      return false;
    }
    size++;
    return true;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (long slot : slots) {
      if (slot != 0) {
        put(wider, slot);
      }
    }
    slots = wider;
  }

  private static boolean put(long[] slots, long hash) {
    int at = (int) (hash >>> 17) & (slots.length - 1);
    while (slots[at] != 0) {
      if (slots[at] == hash) {
        return false;
      }
      at = (at + 1) & (slots.length - 1);
    }
    slots[at] = hash;
    return true;
  }

  /** FNV-1a over the signs, then mixed: neighbours must not share their upper bits. Never 0. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
