package id.pde.mapping;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A field that no column of the file holds by itself. Its heading begins with {@code $}, which a
 * column's {@code from} names like any other.
 */
public sealed interface VirtualField {

  /** Under which the field stands in the header that the reader shows. */
  String heading();

  /** Part of where the delivery came from. */
  enum Origin implements VirtualField {
    /** The name of the file. */
    FILE("$file"),
    /** The name of the folder that it was dropped into. */
    FOLDER("$folder"),
    /** The name of the sheet. */
    SHEET("$sheet");

    private final String heading;

    Origin(String heading) {
      this.heading = heading;
    }

    @Override
    public String heading() {
      return heading;
    }
  }

  /** What a pattern finds in a cell above the headings: its first group, else all it found. */
  record Title(String heading, Pattern pattern) implements VirtualField {}

  /**
   * Fields joined from left to right; empty where all of them are.
   *
   * @param parts headings
   */
  record Join(String heading, List<String> parts, String separator, ColumnSpec.ReadAs read)
      implements VirtualField {
    public Join {
      parts = List.copyOf(parts);
    }
  }
}
