package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.sheet.Serials;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Of the styles of a document what changes the meaning of a cell: hidden sheets, and the number
 * formats of cells.
 */
final class OdsStyles {

  private static final int MOST_DIGITS = 40;
  private static final String DATE = "date";

  private final Map<String, CellStyle> cells = new HashMap<>();
  private final Map<String, String> formats = new HashMap<>();
  private final Set<String> hiddenSheets = new HashSet<>();

  private record CellStyle(@Nullable String parent, @Nullable String format) {}

  /** Takes the styles that stand in the element that has just begun. */
  void read(XmlCursor cursor) throws XMLStreamException {
    int group = cursor.depth();
    while (cursor.child(group)) {
      String name = cursor.attribute("name");
      if (name == null) {
        continue;
      }
      switch (cursor.name()) {
        case "style" -> style(cursor, name);
        case "number-style" -> digits(cursor, name);
        case "percentage-style" -> formats.put(name, "0%");
        case "date-style", "time-style" -> formats.put(name, DATE);
        default -> {
          // Of texts, pages, drawings.
        }
      }
    }
  }

  private void style(XmlCursor cursor, String name) throws XMLStreamException {
    String family = cursor.attribute("family");
    if ("table-cell".equals(family)) {
      cells.put(
          name,
          new CellStyle(
              cursor.attribute("parent-style-name"), cursor.attribute("data-style-name")));
    } else if ("table".equals(family)) {
      int style = cursor.depth();
      while (cursor.child(style)) {
        if (cursor.name().equals("table-properties")
            && "false".equals(cursor.attribute("display"))) {
          hiddenSheets.add(name);
        }
      }
    }
  }

  /** A format of digits alone ({@code 000}, {@code 0.00}); others only change the look. */
  private void digits(XmlCursor cursor, String name) throws XMLStreamException {
    int style = cursor.depth();
    String format = null;
    int parts = 0;
    while (cursor.child(style)) {
      if (cursor.name().equals("number") && !"true".equals(cursor.attribute("grouping"))) {
        format = digits(cursor);
      }
      parts += cursor.name().equals("properties") || cursor.name().equals("map") ? 0 : 1;
    }
    if (format != null && parts == 1) {
      formats.put(name, format);
    }
  }

  private static @Nullable String digits(XmlCursor cursor) {
    int whole = count(cursor.attribute("min-integer-digits"));
    int places = count(cursor.attribute("decimal-places"));
    boolean general = cursor.attribute("decimal-places") == null && whole <= 1;
    if (general || whole < 1 || whole > MOST_DIGITS || places > MOST_DIGITS) {
      return null;
    }
    return places == 0 ? "0".repeat(whole) : "0".repeat(whole) + "." + "0".repeat(places);
  }

  private static int count(@Nullable String number) {
    return (int) OdsTable.count(number, 0);
  }

  boolean hidesSheet(@Nullable String style) {
    return style != null && hiddenSheets.contains(style);
  }

  /** A number cell of a style. */
  Cell number(String exact, @Nullable String style) {
    String format = format(style);
    if (!DATE.equals(format)) {
      return new Cell.Numeric(exact, format);
    }
    Cell moment = Serials.FROM_1900.moment(Double.parseDouble(exact));
    return moment == null ? new Cell.Numeric(exact, null) : moment;
  }

  private @Nullable String format(@Nullable String style) {
    String next = style;
    // Styles may name each other in a circle.
    for (int steps = 0; next != null && steps < 10; steps++) {
      CellStyle found = cells.get(next);
      if (found == null) {
        return null;
      }
      if (found.format() != null) {
        return formats.get(found.format());
      }
      next = found.parent();
    }
    return null;
  }
}
