package id.pde.model;

import org.jspecify.annotations.Nullable;

/**
 * A row as read: cells in the order of its header, with places. Rows of text files carry only
 * strings, so that a million of them cost no object per cell. Not copied on the way in: the reader
 * hands the arrays over.
 */
public final class Row {

  private final Header header;
  private final long ordinal;
  private final long line;
  private final @Nullable String[] texts;
  private final Cell @Nullable [] cells;

  /** Per field the line of its cell, where it is not the row's own; null: all stand in its line. */
  private final long @Nullable [] lines;

  private Row(
      Header header,
      Place place,
      @Nullable String[] texts,
      Cell @Nullable [] cells,
      long @Nullable [] lines) {
    this.header = header;
    this.ordinal = place.ordinal;
    this.line = place.line;
    this.texts = texts;
    this.cells = cells;
    this.lines = lines;
  }

  /**
   * Where a row stands.
   *
   * @param ordinal counts the rows of the delivery from 1, over all its tables, in reading order
   * @param line of the file or sheet, from 1
   */
  public record Place(long ordinal, long line) {}

  /**
   * A row of a text file.
   *
   * @param ordinal counts the rows of the delivery from 1, over all its tables, in reading order
   * @param line the physical line where the record starts, from 1
   * @param texts one per field of the header, untouched; null where the record ended early
   */
  public static Row ofTexts(Header header, long ordinal, long line, @Nullable String[] texts) {
    return new Row(header, new Place(ordinal, line), texts, null, null);
  }

  /** A row of typed cells (sheets, queries); one cell per field of the header. */
  public static Row ofCells(Header header, long ordinal, long line, Cell[] cells) {
    return new Row(header, new Place(ordinal, line), new String[0], cells, null);
  }

  /**
   * A row of cells from several lines: joined of several rows, or filled from above.
   *
   * @param lines per field the line where its cell stands; null: all in the row's own
   */
  public static Row ofCells(Header header, Place place, Cell[] cells, long @Nullable [] lines) {
    return new Row(header, place, new String[0], cells, lines);
  }

  public Header header() {
    return header;
  }

  public long ordinal() {
    return ordinal;
  }

  public long line() {
    return line;
  }

  public int size() {
    return cells == null ? texts.length : cells.length;
  }

  /** Whether the cells are nothing but text: then {@link #text} says all there is to know. */
  public boolean isText() {
    return cells == null;
  }

  /** The raw text of a field, or null where nothing is there. */
  public @Nullable String text(int field) {
    if (cells == null) {
      return texts[field];
    }
    Cell cell = cells[field];
    if (cell instanceof Cell.Numeric number && header.origin() != Header.Origin.SHEET) {
      // Only spreadsheets keep doubles, of which fifteen digits count.
      return number.exact();
    }
    return cell instanceof Cell.Blank ? null : cell.text();
  }

  public Cell cell(int field) {
    if (cells != null) {
      return cells[field];
    }
    String text = texts[field];
    return text == null || text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  /** The place of a cell; field -1 means the whole row. */
  public Location location(int field) {
    return header.location(lines == null || field < 0 ? line : lines[field], field);
  }

  /**
   * Sheet and row as the warehouse keeps them in {@code _row}: {@code KETAPANG!17}, or {@code 17}.
   */
  public String reference() {
    String number = Long.toString(line);
    return header.origin() == Header.Origin.SHEET ? header.table() + "!" + number : number;
  }
}
