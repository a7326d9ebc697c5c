package id.pde.source.layout;

import id.pde.model.Cell;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a grid, columns from 0: of a text file (texts) or of a sheet (cells). The arrays are
 * handed over, not copied.
 */
public final class GridRow {

  /** What a value takes besides its signs, in signs. */
  private static final int OBJECT = 16;

  private final long number;
  private final int width;
  private final @Nullable String[] texts;
  private final Cell @Nullable [] cells;
  private final List<RowFault> faults;
  private final Sight sight;

  /** Whether people see a row. */
  public enum Sight {
    SHOWN,
    HIDDEN,
    /** Marked as deleted, and still in the file. */
    DELETED
  }

  private GridRow(
      long number,
      int width,
      @Nullable String[] texts,
      Cell @Nullable [] cells,
      List<RowFault> faults,
      Sight sight) {
    this.number = number;
    this.width = width;
    this.texts = texts;
    this.cells = cells;
    this.faults = faults;
    this.sight = sight;
  }

  /**
   * A record of a text file.
   *
   * @param number the physical line where it starts
   * @param width how many fields it has; {@code texts} may be longer, with nulls
   */
  public static GridRow ofTexts(
      long number, int width, @Nullable String[] texts, List<RowFault> faults) {
    return new GridRow(number, width, texts, null, faults, Sight.SHOWN);
  }

  /** A row of a query, or a row of a sheet that people see. */
  public static GridRow ofCells(long number, Cell[] cells) {
    return ofCells(number, cells, Sight.SHOWN);
  }

  /** A row of a sheet. */
  public static GridRow ofCells(long number, Cell[] cells, Sight sight) {
    return new GridRow(number, cells.length, new String[0], cells, List.of(), sight);
  }

  /** The row at its place with other cells; also of a text file. */
  public GridRow with(Cell[] others, List<RowFault> left) {
    return new GridRow(number, others.length, new String[0], others, List.copyOf(left), sight);
  }

  /** The row with nothing in some columns. */
  public GridRow without(BitSet columns) {
    if (cells == null) {
      return this;
    }
    Cell[] left = cells.clone();
    columns.stream()
        .takeWhile(column -> column < left.length)
        .forEach(column -> left[column] = Cell.BLANK);
    return new GridRow(number, width, texts, left, faults, sight);
  }

  public long number() {
    return number;
  }

  public int width() {
    return width;
  }

  public boolean isText() {
    return cells == null;
  }

  public List<RowFault> faults() {
    return faults;
  }

  /** Whether people do not see the row. */
  public boolean hidden() {
    return sight == Sight.HIDDEN;
  }

  /** Whether the row is marked as deleted. */
  public boolean deleted() {
    return sight == Sight.DELETED;
  }

  /** What it takes of the memory, about, in signs. */
  long signs() {
    long signs = width;
    for (int column = 0; column < width; column++) {
      if (cells == null || cells[column] instanceof Cell.Words) {
        int length = text(column).length();
        signs += length == 0 ? 0 : OBJECT + length;
      } else {
        signs += cells[column] instanceof Cell.Blank ? 0 : OBJECT;
      }
    }
    return signs;
  }

  /** The last physical line or row that it takes: fields of a text file may hold breaks. */
  long lastNumber() {
    long last = number;
    for (int column = 0; column < width && cells == null; column++) {
      String text = texts[column];
      for (int i = 0; text != null && i < text.length(); i++) {
        char sign = text.charAt(i);
        boolean second = sign == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        last += (sign == '\n' || sign == '\r') && !second ? 1 : 0;
      }
    }
    return last;
  }

  /**
   * What of the row stands in some columns; the others are as if blank.
   *
   * @param first from 0
   * @param last from 0, included
   */
  GridRow within(int first, int last) {
    int end = (int) Math.min(width, last + 1L);
    if (cells != null) {
      Cell[] inside = Arrays.copyOf(cells, end);
      Arrays.fill(inside, 0, Math.min(first, end), Cell.BLANK);
      return ofCells(number, inside, sight);
    }
    @Nullable String[] inside = Arrays.copyOf(texts, end);
    Arrays.fill(inside, 0, Math.min(first, end), null);
    List<RowFault> within =
        faults.stream().filter(fault -> fault.column() > first && fault.column() <= end).toList();
    return ofTexts(number, end, inside, within);
  }

  /** The text of a column; empty where nothing is there. */
  public String text(int column) {
    if (column >= width) {
      return "";
    }
    if (cells != null) {
      return cells[column].text();
    }
    String text = texts[column];
    return text == null ? "" : text;
  }

  /** Whether something other than blanks stands in a column. */
  public boolean filled(int column) {
    if (column >= width) {
      return false;
    }
    if (cells == null) {
      String text = texts[column];
      return text != null && !text.isEmpty() && !Tidy.isBlank(text);
    }
    Cell cell = cells[column];
    if (cell instanceof Cell.Words words) {
      return !Tidy.isBlank(words.text());
    }
    return !(cell instanceof Cell.Blank);
  }

  /** The first filled column, or -1 where the row is blank. */
  public int firstFilled() {
    for (int column = 0; column < width; column++) {
      if (filled(column)) {
        return column;
      }
    }
    return -1;
  }

  /** The cell of a column. */
  public Cell cell(int column) {
    if (column >= width) {
      return Cell.BLANK;
    }
    if (cells != null) {
      return cells[column];
    }
    String text = texts[column];
    return text == null || text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  /**
   * The texts of the columns, null where the row ended early; the own array where it fits as it is.
   */
  @Nullable String[] texts(int[] columns, boolean asTheyStand) {
    if (asTheyStand) {
      return texts.length == columns.length ? texts : Arrays.copyOf(texts, columns.length);
    }
    @Nullable String[] chosen = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      chosen[i] = columns[i] < width ? texts[columns[i]] : null;
    }
    return chosen;
  }

  /** The cells of the columns. */
  Cell[] cells(int[] columns) {
    Cell[] chosen = new Cell[columns.length];
    for (int i = 0; i < columns.length; i++) {
      chosen[i] = cell(columns[i]);
    }
    return chosen;
  }
}
