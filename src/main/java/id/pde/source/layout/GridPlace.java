package id.pde.source.layout;

import id.pde.model.Header;
import id.pde.model.Location;

/**
 * Which grid of which delivery is read.
 *
 * @param delivery its name
 * @param table the sheet or query; empty for a text file
 */
public record GridPlace(String delivery, Header.Origin origin, String table) {

  /** The grid as a whole. */
  public Location whole() {
    return origin == Header.Origin.SHEET
        ? new Location.SheetCell(table, 0, 0)
        : new Location.Whole(delivery);
  }

  /** A row of it. */
  public Location row(long number) {
    return switch (origin) {
      case TEXT -> new Location.Line(number, 0, null);
      case SHEET -> new Location.SheetCell(table, number, 0);
      case QUERY -> new Location.QueryRow(table, number, null);
      case JSON -> Location.JsonPath.element(table, number, null);
      case JSON_LINES -> Location.JsonPath.line(number, null);
    };
  }
}
