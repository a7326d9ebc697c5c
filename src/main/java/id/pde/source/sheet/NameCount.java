package id.pde.source.sheet;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Counts different names; made for the few that come again and again. Used by one thread. */
public final class NameCount {

  /** Many, so that the names of a row hardly ever share one. */
  private static final int SLOTS = 1 << 10;

  private final int most;
  private final Set<String> names = new HashSet<>();
  private final String[] frequent = new String[SLOTS];

  /**
   * @param most of them
   */
  public NameCount(int most) {
    this.most = most;
    Arrays.fill(frequent, "");
  }

  /** Whether there are still few. */
  public boolean add(String name) {
    if (name.length() == 1) {
      // Of one letter there cannot be many, and cells are made of them.
      return true;
    }
    int hash = name.hashCode();
    int slot = (hash ^ hash >>> 10) & (SLOTS - 1);
    if (frequent[slot].equals(name)) {
      return true;
    }
    frequent[slot] = name;
    names.add(name);
    return names.size() <= most;
  }
}
