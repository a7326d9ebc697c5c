package id.pde.run.explain;

import id.pde.model.Location;
import id.pde.model.Row;
import java.util.HashSet;
import java.util.Set;

/** Places of issues as places of rows. */
public final class RowPlace {

  private RowPlace() {}

  /** The row of a place as {@code _row} has it; empty: it is no place of a row. */
  static String of(Location place) {
    if (place instanceof Location.SheetCell cell) {
      return cell.sheet() + "!" + cell.row();
    }
    if (place instanceof Location.Line line) {
      return Long.toString(line.line());
    }
    if (place instanceof Location.QueryRow row) {
      return Long.toString(row.row());
    }
    return place instanceof Location.JsonPath path && path.line() > 0
        ? Long.toString(path.line())
        : "";
  }

  /** The places of a row and of its cells, as issues show them. */
  public static Set<String> shown(Row row) {
    Set<String> places = new HashSet<>();
    places.add(row.location(-1).shown());
    for (int field = 0; field < row.header().fields().size(); field++) {
      places.add(row.location(field).shown());
    }
    return places;
  }
}
