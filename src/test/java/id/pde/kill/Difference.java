package id.pde.kill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what two pictures differ, in one line. */
final class Difference {

  private static final int SHOWN = 2;

  private Difference() {}

  /** Null where they are the same. */
  static @Nullable String between(List<String> clean, List<String> killed) {
    if (clean.equals(killed)) {
      return null;
    }
    List<String> missing = without(clean, killed);
    List<String> more = without(killed, clean);
    return missing.size()
        + " lines missing "
        + missing.subList(0, Math.min(SHOWN, missing.size()))
        + ", "
        + more.size()
        + " lines more "
        + more.subList(0, Math.min(SHOWN, more.size()));
  }

  /** Lines that stand twice in one picture and once in the other count, too. */
  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }
}
