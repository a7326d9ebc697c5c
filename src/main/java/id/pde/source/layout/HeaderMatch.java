package id.pde.source.layout;

import id.pde.mapping.HeadingIndex;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.source.layout.Wanted.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well headings name the columns of a mapping.
 *
 * @param columns how many are named
 * @param essential how many of the key or required ones are named
 * @param pivots how many headings the pattern of {@code unpivot} finds
 * @param doubtful how many are named by several headings
 * @param matched positions of the headings that name something
 */
public record HeaderMatch(int columns, int essential, int pivots, int doubtful, BitSet matched) {

  /** No heading at all. */
  static final HeaderMatch NONE = new HeaderMatch(0, 0, 0, 0, new BitSet());

  /** Of one row. */
  public static HeaderMatch of(GridRow row, List<Wanted> wanted) {
    List<String> headings = new ArrayList<>();
    for (int column = 0; column < row.width(); column++) {
      headings.add(row.filled(column) ? Tidy.line(row.text(column)) : "");
    }
    return of(headings, wanted, null);
  }

  static HeaderMatch of(List<String> headings, List<Wanted> wanted, @Nullable Unpivot unpivot) {
    HeadingIndex index = new HeadingIndex(headings);
    BitSet matched = new BitSet();
    int columns = 0;
    int essential = 0;
    int doubtful = 0;
    for (Wanted one : wanted) {
      int found = 0;
      for (String heading : one.headings()) {
        List<Integer> positions = index.find(heading);
        positions.forEach(matched::set);
        found = Math.max(found, positions.size());
      }
      columns += found > 0 ? 1 : 0;
      doubtful += found > 1 ? 1 : 0;
      essential += found > 0 && one.role() != Role.OTHER ? 1 : 0;
    }
    int pivots = 0;
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      if (unpivot != null
          && !heading.isEmpty()
          && !matched.get(i)
          && unpivot.columns().matcher(heading).find()) {
        pivots++;
        matched.set(i);
      }
    }
    return new HeaderMatch(columns, essential, pivots, doubtful, matched);
  }

  /** One key or required column, or half of all, make a header. */
  boolean isHeader(List<Wanted> wanted) {
    return essential > 0
        || (columns > 0 && 2 * columns >= wanted.size())
        || (wanted.isEmpty() && pivots > 0);
  }

  /** Whether it names more. */
  boolean isBetterThan(HeaderMatch other) {
    return columns > other.columns || (columns == other.columns && pivots > other.pivots);
  }

  boolean isAsGoodAs(HeaderMatch other) {
    return columns == other.columns && pivots == other.pivots;
  }
}
