package id.pde.source.layout;

import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rows of headings among the first rows of a grid, by content. */
final class HeaderFinder {

  private final HeadingGrid grid;
  private final LayoutPlan plan;
  private final Fill fill;

  /** How many rows the headings take; 0: by content. */
  private final int declared;

  private final HeadingShape shape;

  private HeaderFinder(HeadingGrid grid, LayoutPlan plan) {
    this.grid = grid;
    this.plan = plan;
    if (plan.header() instanceof HeaderSpec.AtRow at) {
      this.fill = at.fill();
      this.declared = at.depth();
    } else if (plan.header() instanceof HeaderSpec.Auto auto) {
      this.fill = auto.fill();
      this.declared = auto.depth();
    } else {
      this.fill = Fill.MERGED;
      this.declared = 0;
    }
    this.shape = new HeadingShape(grid, fill);
  }

  /** The headings among the rows that are not blank, or null. */
  static @Nullable FoundHeader find(List<GridRow> rows, LayoutPlan plan, Merges merges) {
    FoundHeader plainly = new HeaderFinder(new HeadingGrid(rows, List.of()), plan).find();
    if (merges == Merges.NONE || (plainly != null && !mayBeMerged(plainly.rows(), rows))) {
      return plainly;
    }
    List<MergedRange> ranges = merges.ranges();
    return ranges.isEmpty()
        ? plainly
        : new HeaderFinder(new HeadingGrid(rows, ranges), plan).find();
  }

  /**
   * Whether merged cells could change what was found. Headings without a gap above a row that is
   * mostly filled cannot be merged; that spares big clean tables a second reading.
   */
  private static boolean mayBeMerged(HeaderRows found, List<GridRow> rows) {
    GridRow headings = rows.get(found.first());
    int filled = filledCells(headings);
    int left = headings.firstFilled();
    boolean gaps = found.depth() > 1 || lastFilled(headings) - left + 1 > filled;
    boolean groups =
        found.first() > 0
            && rows.get(found.first() - 1).number() + 1 == headings.number()
            && filledCells(rows.get(found.first() - 1)) > 1;
    if (gaps || groups || found.end() >= rows.size()) {
      return gaps || groups;
    }
    GridRow below = rows.get(found.end());
    return 2 * filledCells(below) < filled || lastFilled(below) > lastFilled(headings);
  }

  private static int lastFilled(GridRow row) {
    int last = row.width() - 1;
    while (last >= 0 && !row.filled(last)) {
      last--;
    }
    return last;
  }

  static int filledCells(GridRow row) {
    int filled = 0;
    for (int column = 0; column < row.width(); column++) {
      filled += row.filled(column) ? 1 : 0;
    }
    return filled;
  }

  private @Nullable FoundHeader find() {
    boolean named = plan.looksForHeadings();
    if (plan.header() instanceof HeaderSpec.AtRow at) {
      if (grid.size() == 0 || grid.row(0).number() != at.row()) {
        return null;
      }
      FoundHeader found = named ? best(0) : header(new HeaderRows(0, shapeDepth(0), fill));
      // Records bring their headings with them; whether these fit is for the mapping to say.
      boolean fits = at.row() == 0 || !named || (found != null && fits(found.match()));
      return fits ? found : null;
    }
    return named ? byNames() : new HeaderByShape(grid, this).find();
  }

  private static boolean fits(HeaderMatch match) {
    return match.columns() + match.pivots() > 0;
  }

  /** How many rows the headings take that begin at a row: as declared, or else by their shape. */
  int shapeDepth(int first) {
    return declared == 0 ? shape.depth(first) : declaredDepth(first);
  }

  private int declaredDepth(int first) {
    return Math.min(declared, grid.size() - first);
  }

  /** Whether a row only says something about the table: "Kecamatan : Mayangan". */
  boolean isLabels(int first) {
    return shape.isLabels(first, 1);
  }

  HeaderRows rows(int first) {
    return new HeaderRows(first, shapeDepth(first), fill);
  }

  FoundHeader header(HeaderRows rows) {
    List<HeadingPath> paths = rows.paths(grid);
    DateHeadings dates = new DateHeadings(grid, paths, plan);
    List<String> headings = dates.headings();
    HeaderMatch match = HeaderMatch.of(headings, plan.wanted(), plan.unpivot());
    return new FoundHeader(rows, headings, match, dates.readings());
  }

  private @Nullable FoundHeader byNames() {
    NamedRows names = new NamedRows(grid, plan);
    FoundHeader best = null;
    boolean bestShaped = false;
    for (int first = 0; first < grid.size(); first++) {
      if (!names.isNear(first)) {
        continue;
      }
      FoundHeader here = best(first);
      if (here == null || !here.match().isHeader(plan.wanted())) {
        continue;
      }
      boolean shaped = declared > 0 || here.rows().depth() == shape.depth(first);
      if (best == null || isBetter(here, shaped, best, bestShaped)) {
        best = here;
        bestShaped = shaped;
      }
    }
    return best;
  }

  /** The first of equals wins: tables printed over several pages repeat their headings. */
  private static boolean isBetter(
      FoundHeader here, boolean shaped, FoundHeader best, boolean bestShaped) {
    if (!here.match().isAsGoodAs(best.match())) {
      return here.match().isBetterThan(best.match());
    }
    if (shaped != bestShaped) {
      return shaped;
    }
    return here.match().doubtful() < best.match().doubtful();
  }

  /** The headings that begin at a row, as deep as names them best. */
  private @Nullable FoundHeader best(int first) {
    if (declared > 0 && first + declared > grid.size()) {
      return null;
    }
    int base = shapeDepth(first);
    FoundHeader best = filled(new HeaderRows(first, base, fill));
    if (declared > 0) {
      return best;
    }
    for (int depth = base - 1; depth > 0 && !shape.isForced(first, first + depth); depth--) {
      FoundHeader less = filled(new HeaderRows(first, depth, fill));
      best = less.match().isBetterThan(best.match()) ? less : best;
    }
    for (int depth = base + 1; depth <= HeadingShape.DEEPEST; depth++) {
      int next = first + depth - 1;
      if (!grid.follows(next) || !shape.isHeadings(next)) {
        break;
      }
      FoundHeader more = filled(new HeaderRows(first, depth, fill));
      if (more.match().isBetterThan(best.match()) && isExplained(more, first + base, best)) {
        best = more;
      }
    }
    return best;
  }

  /**
   * Whether every cell of the rows that shape alone would not count as headings is part of one that
   * the mapping names, begins a group, or stands where there was none: else a row of data could be
   * swallowed for a value that reads like a heading.
   */
  private boolean isExplained(FoundHeader more, int from, FoundHeader less) {
    for (int row = from; row < more.rows().end(); row++) {
      for (int column = 0; column < grid.row(row).width(); column++) {
        boolean explained =
            less.heading(column).isEmpty()
                || more.match().matched().get(column)
                || (less.heading(column + 1).isEmpty() && grid.filled(row, column + 1));
        if (grid.filled(row, column) && !explained) {
          return false;
        }
      }
    }
    return more.match().essential() >= less.match().essential();
  }

  /**
   * Groups without merges cover the columns on their right where the mapping says so, or where only
   * that gives the headings that it names.
   */
  private FoundHeader filled(HeaderRows rows) {
    FoundHeader as = header(rows);
    if (rows.fill() == Fill.RIGHT || rows.depth() == 1) {
      return as;
    }
    FoundHeader right = header(new HeaderRows(rows.first(), rows.depth(), Fill.RIGHT));
    return right.match().isBetterThan(as.match()) ? right : as;
  }
}
