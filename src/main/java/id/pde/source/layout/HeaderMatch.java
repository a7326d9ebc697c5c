package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.source.layout.Wanted.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well a row of headings names the columns of a mapping.
 *
 * @param columns how many are named
 * @param essential how many of the key or required ones are named
 */
public record HeaderMatch(int columns, int essential) {

  /** No heading at all. */
  public static final HeaderMatch NONE = new HeaderMatch(0, 0);

  /** Of one row. */
  public static HeaderMatch of(GridRow row, List<Wanted> wanted) {
    Set<String> forms = new HashSet<>();
    for (int column = 0; column < row.width(); column++) {
      if (row.filled(column)) {
        String heading = Tidy.line(row.text(column));
        forms.add(Headings.form(heading));
        forms.add(Headings.form(Headings.lastPart(heading)));
      }
    }
    int columns = 0;
    int essential = 0;
    for (Wanted one : wanted) {
      if (one.in(forms)) {
        columns++;
        essential += one.role() == Role.OTHER ? 0 : 1;
      }
    }
    return new HeaderMatch(columns, essential);
  }

  /** One key or required column, or half of all, make a header. */
  boolean isHeader(List<Wanted> wanted) {
    return essential > 0 || (columns > 0 && 2 * columns >= wanted.size());
  }
}
