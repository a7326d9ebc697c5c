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

  private Row(
      Header header, long ordinal, long line, @Nullable String[] texts, Cell @Nullable [] cells) {
    this.header = header;
    this.ordinal = ordinal;
    this.line = line;
    this.texts = texts;
    this.cells = cells;
  }

  /**
   * A row of a text file.
   *
   * @param ordinal counts the rows of the delivery from 1, over all its tables, in reading order
   * @param line the physical line where the record starts, from 1
   * @param texts one per field of the header, untouched; null where the record ended early
   */
  public static Row ofTexts(Header header, long ordinal, long line, @Nullable String[] texts) {
    return new Row(header, ordinal, line, texts, null);
  }

  /** A row of typed cells (sheets, queries); one cell per field of the header. */
  public static Row ofCells(Header header, long ordinal, long line, Cell[] cells) {
    return new Row(header, ordinal, line, new String[0], cells);
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
    return header.location(line, field);
  }

  /**
   * Sheet and row as the warehouse keeps them in {@code _row}: {@code KETAPANG!17}, or {@code 17}.
   */
  public String reference() {
    String number = Long.toString(line);
    return header.origin() == Header.Origin.SHEET ? header.table() + "!" + number : number;
  }
}
