package id.pde.model;

import java.util.List;

/**
 * The headings of one source table and where that table stands.
 *
 * @param origin what kind of source; decides how places are written
 * @param table the sheet name, or the name of the query; empty for a text file
 * @param line the line or row of the headings, the lowest of several; 0 where the file has none
 * @param captions what stands above the headings, cell by cell, in reading order
 */
public record Header(
    Origin origin, String table, long line, List<Field> fields, List<Caption> captions) {

  /** A table with nothing above its headings. */
  public Header(Origin origin, String table, long line, List<Field> fields) {
    this(origin, table, line, fields, List.of());
  }

  /**
   * A filled cell above the headings.
   *
   * @param line its line or row, from 1
   * @param column its position in the file, from 1 (A = 1)
   * @param text in one line, tidied
   */
  public record Caption(long line, int column, String text) {}

  /** How the places of a source are written. */
  public enum Origin {
    /** Lines and fields. */
    TEXT,
    /** Sheets and cells. */
    SHEET,
    /** Rows of a query or of a database file, or records that a route handed over. */
    QUERY,
    /** Elements of a JSON array; {@code table} is its path. */
    JSON,
    /** One JSON value a line. */
    JSON_LINES
  }

  public Header {
    fields = List.copyOf(fields);
    captions = List.copyOf(captions);
  }

  /** The place of a caption. */
  public Location location(Caption caption) {
    return switch (origin) {
      case TEXT -> new Location.Line(caption.line(), caption.column(), null);
      case SHEET -> new Location.SheetCell(table, caption.line(), caption.column());
      case QUERY, JSON, JSON_LINES -> new Location.QueryRow(table, caption.line(), null);
    };
  }

  /** The place of a cell; field -1 means the whole row. */
  public Location location(long rowLine, int field) {
    Field found = field < 0 ? null : fields.get(field);
    int column = found == null ? 0 : found.column();
    String heading = found == null ? null : found.heading();
    return switch (origin) {
      case TEXT -> new Location.Line(rowLine, column, heading);
      case SHEET -> new Location.SheetCell(table, rowLine, column);
      case QUERY -> new Location.QueryRow(table, rowLine, heading);
      case JSON -> Location.JsonPath.element(table, rowLine, heading);
      case JSON_LINES -> Location.JsonPath.line(rowLine, heading);
    };
  }
}
