package id.pde.source.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The number formats of the styles that cells name. */
final class StylesXml extends DefaultHandler {

  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Integer> formatOfStyle = new ArrayList<>();
  private boolean inCellStyles;

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (name.equals("numFmt")) {
      String code = attributes.getValue("formatCode");
      formats.putIfAbsent(number(attributes), code == null ? "" : code);
    } else if (name.equals("cellXfs")) {
      inCellStyles = true;
    } else if (inCellStyles && name.equals("xf")) {
      formatOfStyle.add(number(attributes));
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    if (name.equals("cellXfs")) {
      inCellStyles = false;
    }
  }

  private static int number(Attributes attributes) {
    String number = attributes.getValue("numFmtId");
    return number == null ? 0 : Integer.parseInt(number);
  }

  CellStyles styles(Serials serials) {
    return new CellStyles(formats, formatOfStyle, serials);
  }
}
