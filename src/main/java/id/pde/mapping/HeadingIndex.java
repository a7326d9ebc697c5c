package id.pde.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The headings of one table by the forms in which they may be named: by the whole joined path, or
 * else by any end of it ({@code D / L} or {@code L} for {@code BALITA / D / L}), or by the path
 * with dots as in JSON.
 */
public final class HeadingIndex {

  private static final String JOINT = " / ";

  private final Map<String, List<Integer>> byPath = new HashMap<>();
  private final Map<String, List<Integer>> byEnding = new HashMap<>();
  private final Map<String, List<Integer>> byDots = new HashMap<>();

  /** Of the headings in their order; empty ones are named by nothing. */
  public HeadingIndex(List<String> headings) {
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      add(byPath, heading, i);
      add(byDots, heading.replace(JOINT, "."), i);
      for (int cut = heading.indexOf(JOINT); cut >= 0; cut = heading.indexOf(JOINT, cut + 1)) {
        add(byEnding, heading.substring(cut + JOINT.length()), i);
      }
    }
  }

  private static void add(Map<String, List<Integer>> index, String heading, int position) {
    String form = Headings.form(heading);
    if (!form.isEmpty()) {
      index.computeIfAbsent(form, key -> new ArrayList<>()).add(position);
    }
  }

  /** The positions that a heading names; several where it does not tell them apart. */
  public List<Integer> find(String heading) {
    String form = Headings.form(heading);
    List<Integer> whole = byPath.get(form);
    if (whole != null) {
      return whole;
    }
    List<Integer> ending = byEnding.getOrDefault(form, List.of());
    // Programs write a path as a.b; dots alone make no difference between headings.
    boolean dotted = ending.isEmpty() && heading.indexOf('.') > 0;
    return dotted ? byDots.getOrDefault(form, List.of()) : ending;
  }
}
