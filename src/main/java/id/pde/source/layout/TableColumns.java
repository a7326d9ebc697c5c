package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.source.layout.TablePart.Columns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which columns of a grid belong to the table whose headings were found: what stands beside it,
 * divided by an empty column and without a heading that is wanted, is another table.
 */
final class TableColumns {

  /** Below the headings so many rows tell which columns hold values. */
  private static final int LOOKED_AT = 50;

  private final FoundHeader found;
  private final List<GridRow> below;
  private final Header.Origin origin;

  /**
   * Below the headings.
   *
   * @param below the rows that follow the headings
   */
  TableColumns(FoundHeader found, List<GridRow> below, Header.Origin origin) {
    this.found = found;
    this.below = below.subList(0, Math.min(below.size(), LOOKED_AT));
    this.origin = origin;
  }

  /** The fields of some columns. A column without a heading is one that holds values. */
  List<Field> fields(Columns columns) {
    List<String> headings = found.headings();
    int width = headings.size();
    for (GridRow row : below) {
      width = Math.max(width, origin == Header.Origin.TEXT ? 0 : row.width());
    }
    int lastNamed = headings.size() - 1;
    while (lastNamed >= 0 && headings.get(lastNamed).isEmpty()) {
      lastNamed--;
    }
    List<Field> fields = new ArrayList<>();
    long end = Math.min(width, columns.last() + 1L);
    for (int column = columns.first(); column < end; column++) {
      String heading = column < headings.size() ? headings.get(column) : "";
      if (!heading.isEmpty() || holdsValues(column, lastNamed)) {
        fields.add(new Field(heading, column + 1));
      }
    }
    return fields;
  }

  private boolean holdsValues(int column, int lastNamed) {
    long filled = below.stream().filter(row -> row.filled(column)).count();
    // Right of the last heading of a text file one value is a row that slipped, many are a column.
    boolean slipped =
        origin == Header.Origin.TEXT && column > lastNamed && 2 * filled < below.size();
    return filled > 0 && !slipped;
  }

  /** The columns that the table takes. */
  Columns own() {
    BitSet matched = found.match().matched();
    if (matched.isEmpty() || !isDrawn()) {
      return Columns.ALL;
    }
    List<Columns> regions = regions();
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (Columns region : regions) {
      int named = matched.nextSetBit(region.first());
      if (named >= 0 && named <= region.last()) {
        first = Math.min(first, region.first());
        last = region.last();
      }
    }
    Columns own = withLoneColumns(regions, first, last);
    boolean whole =
        own.first() <= regions.get(0).first()
            && own.last() >= regions.get(regions.size() - 1).last();
    return whole ? Columns.ALL : own;
  }

  /** Only people put tables beside each other. */
  private boolean isDrawn() {
    return origin == Header.Origin.TEXT || origin == Header.Origin.SHEET;
  }

  /** A single column beside the table is a remark on its rows rather than another table. */
  private Columns withLoneColumns(List<Columns> regions, int first, int last) {
    int left = first;
    for (int i = regions.size() - 1; i >= 0; i--) {
      Columns region = regions.get(i);
      if (region.last() < left) {
        if (headings(region) > 1) {
          break;
        }
        left = region.first();
      }
    }
    int right = last;
    for (Columns region : regions) {
      if (region.first() > right) {
        if (headings(region) > 1) {
          break;
        }
        right = region.last();
      }
    }
    return new Columns(left, right);
  }

  private int headings(Columns region) {
    int headings = 0;
    for (int column = region.first();
        column <= Math.min(region.last(), found.headings().size() - 1);
        column++) {
      headings += found.headings().get(column).isEmpty() ? 0 : 1;
    }
    return headings;
  }

  /** Runs of columns with a heading or a value. */
  private List<Columns> regions() {
    BitSet used = used();
    List<Columns> regions = new ArrayList<>();
    for (int first = used.nextSetBit(0); first >= 0; ) {
      int end = used.nextClearBit(first);
      regions.add(new Columns(first, end - 1));
      first = used.nextSetBit(end);
    }
    return regions;
  }

  private BitSet used() {
    BitSet used = new BitSet();
    for (int column = 0; column < found.headings().size(); column++) {
      used.set(column, !found.headings().get(column).isEmpty());
    }
    for (int i = 0; i < below.size(); i++) {
      GridRow row = below.get(i);
      // Below a gap other things begin: footnotes, signatures, the next table.
      if (i >= 3 && row.number() > below.get(i - 1).lastNumber() + 1) {
        break;
      }
      for (int column = 0; column < row.width(); column++) {
        if (row.filled(column)) {
          used.set(column);
        }
      }
    }
    return used;
  }

  /** The other tables beside it. */
  List<Columns> beside(Columns own) {
    return !isDrawn() || own.equals(Columns.ALL)
        ? List.of()
        : regions().stream()
            .filter(region -> region.last() < own.first() || region.first() > own.last())
            .toList();
  }

  /**
   * The repetitions of the table beside each other, from left to right; one where its headings do
   * not repeat.
   */
  List<Columns> repetitions(Columns own) {
    List<Field> named = fields(own).stream().filter(field -> !field.heading().isEmpty()).toList();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (Headings.form(named.get(i).heading()).equals(Headings.form(named.get(0).heading()))) {
        starts.add(i);
      }
    }
    if (starts.size() < 2 || !isRepeated(named, starts)) {
      return List.of(own);
    }
    List<Columns> repetitions = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int first = i == 0 ? own.first() : named.get(starts.get(i)).column() - 1;
      int end = i + 1 == starts.size() ? own.last() : named.get(starts.get(i + 1)).column() - 2;
      repetitions.add(new Columns(first, end));
    }
    return repetitions;
  }

  private static boolean isRepeated(List<Field> named, List<Integer> starts) {
    int length = starts.get(1) - starts.get(0);
    if (named.size() != length * starts.size()) {
      return false;
    }
    for (int i = length; i < named.size(); i++) {
      if (!Headings.form(named.get(i).heading())
          .equals(Headings.form(named.get(i - length).heading()))) {
        return false;
      }
    }
    return true;
  }
}
