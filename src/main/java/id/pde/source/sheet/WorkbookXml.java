package id.pde.source.sheet;

import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.Workbook;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The list of sheets, and from which day dates count. */
final class WorkbookXml extends DefaultHandler {

  private final List<Listed> sheets = new ArrayList<>();
  private Serials serials = Serials.FROM_1900;

  /**
   * A sheet.
   *
   * @param relation names its part
   */
  record Listed(Workbook.Title title, String relation) {}

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    if (name.equals("sheet")) {
      sheets.add(
          new Listed(
              new Workbook.Title(value(attributes, "name"), visibility(attributes)),
              value(attributes, "id")));
    } else if (name.equals("workbookPr")) {
      String from1904 = value(attributes, "date1904");
      serials =
          from1904.equals("1") || from1904.equals("true") ? Serials.FROM_1904 : Serials.FROM_1900;
    }
  }

  private static Visibility visibility(Attributes attributes) {
    return switch (value(attributes, "state")) {
      case "hidden" -> Visibility.HIDDEN;
      case "veryHidden" -> Visibility.VERY_HIDDEN;
      default -> Visibility.VISIBLE;
    };
  }

  /** By local name: transitional and strict files differ in their name spaces only. */
  private static String value(Attributes attributes, String name) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals(name)) {
        return attributes.getValue(i);
      }
    }
    return "";
  }

  List<Listed> sheets() {
    return List.copyOf(sheets);
  }

  Serials serials() {
    return serials;
  }
}
