package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.sheet.CellStyles;
import id.pde.source.sheet.Serials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The number formats of an XML Spreadsheet by style: they alone tell a date from a number. */
final class XmlssStyles {

  /** Excel's own formats have numbers below it (ECMA-376, 18.8.30). */
  private static final int FIRST_OWN = 164;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private @Nullable CellStyles styles;

  /** Takes the styles that stand in the element that has just begun. */
  void read(XmlCursor cursor) throws XMLStreamException {
    int group = cursor.depth();
    while (cursor.child(group)) {
      String id = cursor.attribute("ID");
      if (id == null || !cursor.name().equals("Style")) {
        continue;
      }
      String parent = cursor.attribute("Parent");
      if (parent != null) {
        parents.put(id, parent);
      }
      int style = cursor.depth();
      while (cursor.child(style)) {
        String format = cursor.attribute("Format");
        if (cursor.name().equals("NumberFormat") && format != null) {
          numbers.put(id, formats.size());
          formats.put(FIRST_OWN + formats.size(), NamedFormats.code(format));
        }
      }
    }
  }

  /** A number cell of a style; null: of none. */
  Cell number(String exact, @Nullable String style, Serials serials) {
    if (styles == null) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < formats.size(); i++) {
        order.add(FIRST_OWN + i);
      }
      styles = new CellStyles(formats, order, serials);
    }
    return styles.cell(exact, index(style));
  }

  private int index(@Nullable String style) {
    // A cell without a style has the one named Default.
    String next = style == null ? "Default" : style;
    // Styles may name each other in a circle.
    for (int steps = 0; next != null && steps < 10; steps++) {
      Integer number = numbers.get(next);
      if (number != null) {
        return number;
      }
      next = parents.get(next);
    }
    return -1;
  }
}
