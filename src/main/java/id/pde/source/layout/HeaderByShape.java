package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.model.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds headings without knowing any: the first words that are about as wide as the table. */
final class HeaderByShape {

  private final HeadingGrid grid;
  private final HeaderFinder finder;

  HeaderByShape(HeadingGrid grid, HeaderFinder finder) {
    this.grid = grid;
    this.finder = finder;
  }

  @Nullable FoundHeader find() {
    int widest = 0;
    for (GridRow row : grid.rows()) {
      widest = Math.max(widest, HeaderFinder.filledCells(row));
    }
    FoundHeader wide = null;
    for (int first = 0; first < grid.size(); first++) {
      HeaderRows rows = finder.rows(first);
      boolean isWide = 10 * HeaderFinder.filledCells(grid.row(first)) >= 6 * widest;
      if (!isWide && rows.depth() == 1 && !mayCover(first)) {
        continue;
      }
      FoundHeader here = finder.header(rows);
      if (10 * covered(here.headings()) < 6 * widest) {
        continue;
      }
      boolean isHeader =
          rows.depth() > 1 ? isDivided(here.headings()) : isWords(here.headings(), grid.row(first));
      if (isHeader && !finder.isLabels(first)) {
        return here;
      }
      wide = wide == null && isWide ? here : wide;
    }
    // Days or years as headings.
    return wide;
  }

  /** Whether merged cells may cover more columns than the row has values. */
  private boolean mayCover(int first) {
    return HeaderFinder.filledCells(grid.row(first)) > 1;
  }

  /** How many columns have a heading; a title above all of them covers none. */
  private static int covered(List<String> headings) {
    Set<String> forms = new HashSet<>();
    int covered = 0;
    for (String heading : headings) {
      if (!heading.isEmpty()) {
        covered++;
        forms.add(Headings.form(heading));
      }
    }
    return forms.size() > 1 || covered == 1 ? covered : 0;
  }

  /** Titles beside each other cover many columns and say little of each. */
  private static boolean isDivided(List<String> headings) {
    long covered = headings.stream().filter(heading -> !heading.isEmpty()).count();
    long different =
        headings.stream()
            .filter(heading -> !heading.isEmpty())
            .map(Headings::form)
            .distinct()
            .count();
    return 2 * different >= covered;
  }

  private static boolean isWords(List<String> headings, GridRow row) {
    Set<String> forms = new HashSet<>();
    int words = 0;
    int filled = 0;
    int covered = 0;
    int groups = 0;
    for (int column = 0; column < headings.size(); column++) {
      String heading = headings.get(column);
      if (heading.isEmpty()) {
        continue;
      }
      filled++;
      boolean isWord =
          (!row.filled(column) || row.cell(column) instanceof Cell.Words)
              && heading.codePoints().anyMatch(Character::isLetter);
      if (isWord && forms.add(Headings.form(heading))) {
        words++;
      } else if (isWord && !row.filled(column)) {
        groups += row.filled(column - 1) ? 1 : 0;
        covered++;
      }
    }
    // A merged heading may cover several columns; where most do, they are titles beside each other.
    int all = 2 * groups < forms.size() ? words + covered : words;
    // Years may be headings, too.
    return 2 * all >= filled;
  }
}
