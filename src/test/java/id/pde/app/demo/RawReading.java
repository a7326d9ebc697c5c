package id.pde.app.demo;

import id.pde.model.Cell;
import id.pde.run.GridSource;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the bare grid of a delivery, as {@code pde read --raw} shows it: {@code rows from 2}
 * (those with a value), {@code lines} (physical ones of a text file), {@code texts C like NIK}
 * (text cells of a column that are one), {@code texts C without [CLASS] like NIK} (those that are
 * one only once these characters are taken away).
 */
final class RawReading {

  private static final Pattern ROWS = Pattern.compile("rows from (\\d+)");
  private static final Pattern TEXTS =
      Pattern.compile("texts ([A-Z]) (?:without (\\[[^]]+\\]) )?like NIK");

  /** Region, day (40 more for women) and month that go together, year, a serial above zero. */
  private static final Pattern NIK =
      Pattern.compile(
          "\\d{6}(?![37]1(02|04|06|09|11)|[37]002)(0[1-9]|[12]\\d|3[01]|4[1-9]|[56]\\d|7[01])"
              + "(0[1-9]|1[0-2])\\d{2}(?!0000)\\d{4}");

  private final GridSource grids;

  RawReading(GridSource grids) {
    this.grids = grids;
  }

  /**
   * The count.
   *
   * @param sheet its name; empty for a text file
   * @throws IllegalArgumentException where nobody knows what is to be counted
   */
  long count(Path file, String sheet, String what) {
    Matcher rows = ROWS.matcher(what);
    if (rows.matches()) {
      long first = Long.parseLong(rows.group(1));
      return sum(file, sheet, (number, cells) -> number >= first && holds(cells) ? 1 : 0);
    }
    if (what.equals("lines")) {
      return sum(file, sheet, (number, cells) -> 1 + breaks(cells));
    }
    Matcher texts = TEXTS.matcher(what);
    if (!texts.matches()) {
      throw new IllegalArgumentException("nothing to count: " + what);
    }
    int column = texts.group(1).charAt(0) - 'A';
    String without = texts.group(2);
    return sum(
        file,
        sheet,
        (number, cells) -> column < cells.length && counts(cells[column], without) ? 1 : 0);
  }

  /** What one row adds. */
  private interface Share {
    long of(long number, Cell[] cells);
  }

  private long sum(Path file, String sheet, Share share) {
    long[] sum = new long[1];
    grids.raw(
        file,
        titles -> titles.stream().map(GridSource.Title::name).toList().indexOf(sheet),
        (number, cells) -> sum[0] += share.of(number, cells));
    return sum[0];
  }

  private static boolean holds(Cell[] cells) {
    for (Cell cell : cells) {
      if (!cell.text().isBlank()) {
        return true;
      }
    }
    return false;
  }

  private static long breaks(Cell[] cells) {
    long breaks = 0;
    for (Cell cell : cells) {
      breaks += cell.text().chars().filter(sign -> sign == '\n').count();
    }
    return breaks;
  }

  private static boolean counts(Cell cell, @Nullable String without) {
    if (!(cell instanceof Cell.Words words)) {
      return false;
    }
    boolean asWritten = NIK.matcher(words.text()).matches();
    return without == null
        ? asWritten
        : !asWritten && NIK.matcher(words.text().replaceAll(without, "")).matches();
  }
}
