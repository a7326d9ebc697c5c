package id.pde.codes;

/** How often each letter occurs in a loose form; all other signs count as one. Immutable. */
final class Letters {

  private static final int KINDS = 27;
  private static final int OTHER = 26;

  private final byte[] counts;

  private Letters(byte[] counts) {
    this.counts = counts;
  }

  static Letters of(String loose) {
    byte[] counts = new byte[KINDS];
    for (int i = 0; i < loose.length(); i++) {
      char sign = loose.charAt(i);
      int kind = sign >= 'a' && sign <= 'z' ? sign - 'a' : OTHER;
      if (counts[kind] < Byte.MAX_VALUE) {
        counts[kind]++;
      }
    }
    return new Letters(counts);
  }

  /** At least so many letters have to be changed, added or left out to make one of the other. */
  int differing(Letters other) {
    int missing = 0;
    int further = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      int difference = counts[kind] - other.counts[kind];
      if (difference > 0) {
        missing += difference;
      } else {
        further -= difference;
      }
    }
    return Math.max(missing, further);
  }
}
