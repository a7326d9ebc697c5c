package id.pde.receipt.annotate;

import java.io.IOException;

/** The property of the file that says PDE marked it. */
final class OwnProperty {

  private static final String NAME = "PDE.perbaikan";
  private static final String VALUE = "1";

  /** The set of properties that users name (MS-OLEPS 2.25.1). */
  private static final String SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

  private static final String MAIN =
      "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/customProperties";
  private static final String TYPES =
      "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
  private static final String STRICT_TYPES =
      "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes";

  private int highest = 1;
  private boolean there;
  private boolean strict;

  static OwnProperty of(RawXml xml) throws IOException {
    OwnProperty property = new OwnProperty();
    while (xml.next()) {
      if (xml.begins() && xml.is("property")) {
        property.highest = Math.max(property.highest, TagText.number(xml.attribute("pid"), 1));
        property.there |= NAME.equals(xml.attribute("name"));
      } else if (xml.begins() && xml.is("Properties")) {
        property.strict = xml.raw().contains(STRICT);
      }
    }
    return property;
  }

  boolean isThere() {
    return there;
  }

  String element() {
    return element(highest + 1, strict);
  }

  private static String element(int id, boolean strict) {
    return "<property fmtid=\""
        + SET
        + "\" pid=\""
        + id
        + "\" name=\""
        + NAME
        + "\"><vt:lpwstr xmlns:vt=\""
        + (strict ? STRICT_TYPES : TYPES)
        + "\">"
        + VALUE
        + "</vt:lpwstr></property>";
  }

  /** A part for a workbook without properties of its own. */
  static String fresh(boolean strict) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\""
        + (strict ? STRICT : MAIN)
        + "\">"
        + element(2, strict)
        + "</Properties>";
  }
}
