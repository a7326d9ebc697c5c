package id.pde.web.studio;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line: what both have, what only one has. */
public final class TextDiff {

  /** Beyond so many pairs of lines the middle is shown as taken out and put in as a whole. */
  private static final long PAIRS = 4_000_000;

  /** So many equal lines stay around a change. */
  private static final int AROUND = 3;

  private TextDiff() {}

  /** What a line is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** Stands for equal lines that are not shown. */
    GAP
  }

  /**
   * A line.
   *
   * @param number of the line in the new text, of a removed one in the old; of a gap, how many
   */
  public record Line(Kind kind, int number, String text) {}

  /** The changes with a few lines around each; empty where the texts are equal. */
  public static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> fresh = after.lines().toList();
    if (old.equals(fresh)) {
      return List.of();
    }
    return shortened(all(old, fresh));
  }

  private static List<Line> all(List<String> old, List<String> fresh) {
    int start = 0;
    int most = Math.min(old.size(), fresh.size());
    while (start < most && old.get(start).equals(fresh.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && old.get(old.size() - 1 - end).equals(fresh.get(fresh.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < start; i++) {
      lines.add(new Line(Kind.SAME, i + 1, fresh.get(i)));
    }
    middle(
        old.subList(start, old.size() - end),
        fresh.subList(start, fresh.size() - end),
        start,
        lines);
    for (int i = fresh.size() - end; i < fresh.size(); i++) {
      lines.add(new Line(Kind.SAME, i + 1, fresh.get(i)));
    }
    return lines;
  }

  private static void middle(List<String> old, List<String> fresh, int start, List<Line> lines) {
    boolean small = (long) old.size() * fresh.size() <= PAIRS;
    int[][] common = small ? common(old, fresh) : new int[0][0];
    int i = 0;
    int j = 0;
    while (i < old.size() || j < fresh.size()) {
      if (small && i < old.size() && j < fresh.size() && old.get(i).equals(fresh.get(j))) {
        lines.add(new Line(Kind.SAME, start + j + 1, fresh.get(j)));
        i++;
        j++;
      } else if (i < old.size()
          && (j == fresh.size() || !small || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Kind.REMOVED, start + i + 1, old.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.ADDED, start + j + 1, fresh.get(j)));
        j++;
      }
    }
  }

  /** How many lines two ends have in common. */
  private static int[][] common(List<String> old, List<String> fresh) {
    int[][] common = new int[old.size() + 1][fresh.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = fresh.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(fresh.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<Line> shortened(List<Line> all) {
    boolean[] near = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).kind() != Kind.SAME) {
        for (int j = Math.max(0, i - AROUND); j <= Math.min(all.size() - 1, i + AROUND); j++) {
          near[j] = true;
        }
      }
    }
    List<Line> shown = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < all.size(); i++) {
      if (near[i]) {
        if (left > 0) {
          shown.add(new Line(Kind.GAP, left, ""));
          left = 0;
        }
        shown.add(all.get(i));
      } else {
        left++;
      }
    }
    if (left > 0) {
      shown.add(new Line(Kind.GAP, left, ""));
    }
    return shown;
  }
}
