package id.pde.receipt.annotate;

import id.pde.run.resubmit.AnswerMark;
import java.io.IOException;
import java.io.Writer;

/** The property of the file that says PDE marked it. */
final class OwnProperty {

  private static final String NAME = AnswerMark.PROPERTY;

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

  String element(String value) {
    return element(highest + 1, strict, value);
  }

  /** Copies the part; the property that is there says something else now. */
  static void renew(RawXml xml, String value, Writer out) throws IOException {
    boolean own = false;
    boolean told = false;
    while (xml.next()) {
      if (xml.is("property")) {
        own = xml.kind() == RawXml.Kind.BEGIN && NAME.equals(xml.attribute("name"));
        told = false;
      }
      boolean text = own && xml.kind() == RawXml.Kind.BETWEEN;
      if (!text) {
        xml.to(out);
      }
      if (own && !told && xml.kind() == RawXml.Kind.BEGIN && !xml.is("property")) {
        out.write(TagText.xml(value));
        told = true;
      }
    }
  }

  private static String element(int id, boolean strict, String value) {
    return "<property fmtid=\""
        + SET
        + "\" pid=\""
        + id
        + "\" name=\""
        + NAME
        + "\"><vt:lpwstr xmlns:vt=\""
        + (strict ? STRICT_TYPES : TYPES)
        + "\">"
        + TagText.xml(value)
        + "</vt:lpwstr></property>";
  }

  /** A part for a workbook without properties of its own. */
  static String fresh(boolean strict, String value) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties xmlns=\""
        + (strict ? STRICT : MAIN)
        + "\">"
        + element(2, strict, value)
        + "</Properties>";
  }
}
