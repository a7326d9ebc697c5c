package id.pde.receipt.annotate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Adds elements to a list that is the whole of a part: relations, content types, properties. */
final class Insertion {

  private Insertion() {}

  /** Copies the part; the elements come last. The root is written where it was empty. */
  static void atEnd(RawXml xml, List<String> elements, Writer out) throws IOException {
    int depth = 0;
    String prefix = "";
    while (xml.next()) {
      if (depth == 0 && xml.begins()) {
        prefix = xml.prefix();
      }
      boolean root = depth == 0 && xml.kind() == RawXml.Kind.EMPTY;
      if (root) {
        String tag = xml.raw();
        out.write(tag.substring(0, tag.length() - 2) + ">");
      }
      if (root || (depth == 1 && xml.kind() == RawXml.Kind.END)) {
        for (String element : elements) {
          out.write(prefixed(element, prefix));
        }
      }
      if (root) {
        out.write("</" + prefix + xml.name() + ">");
      } else {
        xml.to(out);
      }
      depth += xml.kind() == RawXml.Kind.BEGIN ? 1 : xml.kind() == RawXml.Kind.END ? -1 : 0;
    }
  }

  private static String prefixed(String element, String prefix) {
    return element.startsWith("<vt:") || prefix.isEmpty()
        ? element
        : element
            .replaceFirst("^<", "<" + prefix)
            .replaceFirst("</(\\w+)>$", "</" + prefix + "$1>");
  }
}
