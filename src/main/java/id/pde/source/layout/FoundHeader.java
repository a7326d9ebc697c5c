package id.pde.source.layout;

import id.pde.source.layout.DateHeadings.Reading;
import java.util.List;

/**
 * The headings of a table.
 *
 * @param headings of the columns in order, empty where a column has none
 * @param dates what is to say of dates among them
 */
record FoundHeader(HeaderRows rows, List<String> headings, HeaderMatch match, List<Reading> dates) {

  FoundHeader {
    headings = List.copyOf(headings);
    dates = List.copyOf(dates);
  }

  /** The heading of a column; empty where it has none. */
  String heading(int column) {
    return column < headings.size() ? headings.get(column) : "";
  }
}
