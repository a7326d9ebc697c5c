package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats and indents of the styles that cells name. */
final class StylesXml implements XmlPull.Taker {

  /** Excel keeps 65,490 styles. */
  private static final int MOST = 200_000;

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private final List<Integer> indentOfStyle = new ArrayList<>();
  private boolean inCellStyles;

  @Override
  public void begin(String name, XmlPull at) {
    switch (name) {
      case "numFmt" -> {
        String code = at.attribute("formatCode");
        formats.putIfAbsent(number(at.attribute("numFmtId")), code == null ? "" : code);
        bound(formats.size());
      }
      case "cellXfs" -> inCellStyles = true;
      case "xf" -> {
        if (inCellStyles) {
          formatOfStyle.add(number(at.attribute("numFmtId")));
          indentOfStyle.add(0);
          bound(formatOfStyle.size());
        }
      }
      case "alignment" -> {
        if (inCellStyles && !indentOfStyle.isEmpty()) {
          indentOfStyle.set(indentOfStyle.size() - 1, Math.max(0, number(at.attribute("indent"))));
        }
      }
      default -> {}
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("cellXfs")) {
      inCellStyles = false;
    }
  }

  private static void bound(int size) {
    if (size > MOST) {
      throw Faults.limit(
          "limit.styles",
          new Location.Whole("styles"),
          new Text(
              "Buku kerja ini memuat lebih dari " + MOST + " gaya sel, batas yang dibaca.",
              "This workbook holds more than " + MOST + " cell styles, the limit."),
          null);
    }
  }

  /** Unsigned, up to 4,294,967,295: all that matters is that each stays another. */
  private static int number(@Nullable String number) {
    return number == null ? 0 : (int) Long.parseLong(number.strip());
  }

  CellStyles styles(Serials serials) {
    return new CellStyles(formats, formatOfStyle, indentOfStyle, serials);
  }
}
