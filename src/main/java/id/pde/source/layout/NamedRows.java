package id.pde.source.layout;

import id.pde.mapping.Headings;
import java.util.HashSet;
import java.util.Set;

/** Which rows hold some part of a heading that the mapping names: only there headings may begin. */
final class NamedRows {

  private final HeadingGrid grid;
  private final Set<String> forms = new HashSet<>();
  private final boolean[] named;
  private final boolean anywhere;

  NamedRows(HeadingGrid grid, LayoutPlan plan) {
    this.grid = grid;
    for (Wanted one : plan.wanted()) {
      for (String heading : one.headings()) {
        forms.add(Headings.form(heading));
        for (String part : heading.split(" / ", -1)) {
          forms.add(Headings.form(part));
        }
      }
    }
    this.named = new boolean[grid.size()];
    boolean any = false;
    for (int row = 0; row < named.length; row++) {
      named[row] = isNamed(row);
      any |= named[row];
    }
    this.anywhere = !any;
  }

  private boolean isNamed(int row) {
    GridRow line = grid.row(row);
    for (int column = 0; column < line.width(); column++) {
      if (line.filled(column)) {
        String text = Tidy.line(line.text(column));
        int joint = text.lastIndexOf(" / ");
        if (forms.contains(Headings.form(text))
            || (joint >= 0 && forms.contains(Headings.form(text.substring(joint + 3))))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether headings that begin at a row could be named. */
  boolean isNear(int first) {
    int end = Math.min(grid.size(), first + HeadingShape.DEEPEST);
    for (int row = first; row < end; row++) {
      if (named[row]) {
        return true;
      }
    }
    // Dates and groups are named by what is made of them.
    return anywhere;
  }
}
