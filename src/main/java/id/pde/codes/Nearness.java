package id.pde.codes;

import java.util.List;

/** Spellings in the order of how many letters they share with a value: the likeliest come first. */
final class Nearness {

  /** Above, the order does not matter. */
  private static final int MOST = 63;

  private final int[] differing;

  Nearness(List<Letters> spellings, Letters wanted) {
    differing = new int[spellings.size()];
    for (int i = 0; i < differing.length; i++) {
      differing[i] = spellings.get(i).differing(wanted);
    }
  }

  /** At least so many letters differ. */
  int differing(int spelling) {
    return differing[spelling];
  }

  /** The positions of all spellings. */
  int[] order() {
    int[] starts = new int[MOST + 2];
    for (int count : differing) {
      starts[Math.min(count, MOST) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] order = new int[differing.length];
    for (int i = 0; i < differing.length; i++) {
      order[starts[Math.min(differing[i], MOST)]++] = i;
    }
    return order;
  }
}
