package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.mapping.TableForm.Fill;
import id.pde.model.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows headings take, told by their shape alone: cells merged downwards, and words that
 * stand below groups and nowhere else. A row of data also stands below the headings of no group.
 */
final class HeadingShape {

  /** More rows of headings than anybody has been seen to stack. */
  static final int DEEPEST = 6;

  private static final int LONGEST = 250;
  private static final Pattern NUMBER = Pattern.compile("[-+(]?\\d[\\d.,]*[)%]?");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern COUNTED = Pattern.compile("\\(?(\\d{1,2})\\)?");
  private static final Pattern LABEL = Pattern.compile("[^:]{1,40}: *\\S.*");

  private final HeadingGrid grid;
  private final Fill fill;

  HeadingShape(HeadingGrid grid, Fill fill) {
    this.grid = grid;
    this.fill = fill;
  }

  /** How many rows belong together as headings from a row on, at least 1. */
  int depth(int first) {
    int depth = 1;
    while (depth < DEEPEST && goesOn(first, depth)) {
      depth++;
    }
    return depth;
  }

  private boolean goesOn(int first, int depth) {
    int next = first + depth;
    if (!grid.follows(next)) {
      return false;
    }
    return isForced(first, next)
        ? !isNumbering(first, depth)
        : continues(first, depth, Below.MAY_NEED);
  }

  /** Whether a row counts the columns, some of which are merged down into it by mistake. */
  private boolean isNumbering(int first, int depth) {
    int next = first + depth;
    GridRow row = grid.row(next);
    int previous = -1;
    for (int column = 0; column < row.width(); column++) {
      if (!row.filled(column)) {
        continue;
      }
      Matcher counted = COUNTED.matcher(grid.text(next, column));
      if (!counted.matches()) {
        return false;
      }
      int number = Integer.parseInt(counted.group(1));
      if (previous >= 0 && number != previous + 1) {
        return false;
      }
      previous = number;
    }
    return groups(first, depth).stream()
        .anyMatch(group -> !group.merged() && group.filled(grid, next) == 1);
  }

  /** Whether a cell of the rows before is merged with the row. */
  boolean isForced(int first, int next) {
    for (int row = first; row < next; row++) {
      if (grid.isTied(row, next)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lone group, of which the row is no part, needs the row below to be one. */
  private enum Below {
    MAY_NEED,
    IS_ASKED
  }

  /**
   * Whether the row below some headings divides groups of them.
   *
   * <p>A group is a heading with the blank cells and its own repetitions on its right, or a merged
   * range. Each must have nothing below itself, or a heading below its first cell and below others.
   */
  private boolean continues(int first, int depth, Below asked) {
    int next = first + depth;
    if (isLabels(first, depth) || !isHeadings(next)) {
      return false;
    }
    List<Group> groups = groups(first, depth);
    int divided = 0;
    int merged = 0;
    int single = 0;
    for (Group group : groups) {
      int filled = group.filled(grid, next);
      boolean begins = grid.filled(next, group.start());
      if (filled == 0) {
        single++;
      } else if (group.merged() || (begins && filled > 1)) {
        divided++;
        merged += group.merged() ? 1 : 0;
      } else {
        return asked == Below.MAY_NEED
            && !begins
            && filled == 1
            && group.equals(groups.get(groups.size() - 1))
            && isStep(first, depth);
      }
    }
    if (divided == 0 || (leftOf(groups, next) && merged < groups.size())) {
      return false;
    }
    if (leftOf(groups, next)) {
      // Groups above some columns only; a title stands above most of them.
      int filled = HeaderFinder.filledCells(grid.row(next));
      return single == 0 && (groups.size() > 1 || 2 * groups.get(0).filled(grid, next) < filled);
    }
    if (groups.size() == 1) {
      // What stands above everything is a title.
      return false;
    }
    return merged > 0 || single > 0 || fill == Fill.RIGHT;
  }

  /** Whether something stands left of all headings. */
  private boolean leftOf(List<Group> groups, int next) {
    int filled = grid.row(next).firstFilled();
    return groups.isEmpty() || filled < groups.get(0).start();
  }

  /**
   * Exports of BPS put the heading of the first column, the title of the others and their years
   * into three lines, each right of the one before.
   */
  private boolean isStep(int first, int depth) {
    int next = first + depth;
    int start = grid.row(next).firstFilled();
    boolean alone =
        grid.row(first).firstFilled() >= 0
            && groups(first, depth).stream().allMatch(group -> group.start() < start)
            && grid.row(next).width() > start;
    return alone
        && grid.follows(next + 1)
        && continues(first, depth + 1, Below.IS_ASKED)
        && grid.row(next + 1).firstFilled() == start;
  }

  /** "Kecamatan : Mayangan" and the like say something about the table. */
  boolean isLabels(int first, int depth) {
    for (int row = first; row < first + depth; row++) {
      for (int column = 0; column < grid.row(row).width(); column++) {
        if (grid.filled(row, column) && !LABEL.matcher(grid.text(row, column)).matches()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the cells of a row could be headings: words, years, days that count on. */
  boolean isHeadings(int row) {
    int previous = 0;
    Set<String> forms = new HashSet<>();
    GridRow line = grid.row(row);
    for (int column = 0; column < line.width(); column++) {
      if (!line.filled(column)) {
        continue;
      }
      Cell cell = line.cell(column);
      if (cell instanceof Cell.Logical
          || cell instanceof Cell.Failure
          || cell instanceof Cell.Uncalculated) {
        return false;
      }
      String text = grid.text(row, column);
      if (text.length() > LONGEST) {
        return false;
      }
      if (isNumber(text)) {
        int counted = text.length() <= 2 ? counted(text) : -1;
        boolean countsOn = counted == previous + 1 || (previous > 1 && counted == 1);
        if (!countsOn) {
          return false;
        }
        previous = counted;
      }
      forms.add(Headings.form(text));
    }
    return !forms.isEmpty();
  }

  /** Whether a text is a number, and not one that heads columns as years do. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && !YEAR.matcher(text).matches();
  }

  private static int counted(String text) {
    return text.chars().allMatch(sign -> sign >= '0' && sign <= '9') ? Integer.parseInt(text) : -1;
  }

  /**
   * A heading and the columns up to the next other one.
   *
   * @param start column of the heading
   * @param end column of the next one
   * @param merged whether it is a merged range of several columns
   */
  private record Group(int start, int end, boolean merged) {
    int filled(HeadingGrid grid, int row) {
      int filled = 0;
      for (int column = start; column < Math.min(end, grid.row(row).width()); column++) {
        filled += grid.filled(row, column) ? 1 : 0;
      }
      return filled;
    }
  }

  /** The groups that some rows of headings make, from left to right. */
  private List<Group> groups(int first, int depth) {
    int width = grid.width(first, depth + 1);
    List<Group> groups = new ArrayList<>();
    int column = 0;
    while (column < width) {
      int lowest = lowest(first, depth, column);
      if (lowest < 0) {
        column++;
        continue;
      }
      MergedRange range = grid.range(lowest, column);
      boolean merged = range != null && range.lastColumn() > range.firstColumn();
      int end = range == null ? column + 1 : range.lastColumn() + 1;
      while (range == null && end < width && belongs(first, depth, end, lowest, column)) {
        end++;
      }
      groups.add(new Group(column, end, merged));
      column = end;
    }
    return groups;
  }

  /** Whether a column has no heading, or says once more what the group is called. */
  private boolean belongs(int first, int depth, int column, int row, int start) {
    int lowest = lowest(first, depth, column);
    return lowest < 0
        || (lowest == row
            && grid.range(row, column) == null
            && Headings.form(grid.text(row, column)).equals(Headings.form(grid.text(row, start))));
  }

  /** The lowest row with a heading at a column, merged ranges included; -1: none. */
  private int lowest(int first, int depth, int column) {
    for (int row = first + depth - 1; row >= first; row--) {
      if (grid.filled(row, column) || grid.range(row, column) != null) {
        return row;
      }
    }
    return -1;
  }
}
