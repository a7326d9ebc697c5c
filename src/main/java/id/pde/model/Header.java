package id.pde.model;

import java.util.List;

/**
 * The headings of one source table and where that table stands.
 *
 * @param origin what kind of source; decides how places are written
 * @param table the sheet name, or the name of the query; empty for a text file
 * @param line the line or row of the (first) heading; 0 where the file has none
 */
public record Header(Origin origin, String table, long line, List<Field> fields) {

  /** How the places of a source are written. */
  public enum Origin {
    /** Lines and fields. */
    TEXT,
    /** Sheets and cells. */
    SHEET,
    /** Rows of a query, or records that a route handed over. */
    QUERY
  }

  public Header {
    fields = List.copyOf(fields);
  }

  /** The place of a cell; field -1 means the whole row. */
  public Location location(long rowLine, int field) {
    Field found = field < 0 ? null : fields.get(field);
    int column = found == null ? 0 : found.column();
    return switch (origin) {
      case TEXT -> new Location.Line(rowLine, column, found == null ? null : found.heading());
      case SHEET -> new Location.SheetCell(table, rowLine, column);
      case QUERY -> new Location.QueryRow(table, rowLine, found == null ? null : found.heading());
    };
  }
}
