package id.pde.receipt.annotate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The formats of a workbook: a faulty cell gets a copy of its own format with PDE's colour, so that
 * number format, borders and protection stay. What was there keeps its number.
 */
final class Styles {

  /** Colours that nobody else uses: one beside the red and the yellow of Excel's own formats. */
  static final String REJECT_COLOUR = "FFFFC7CD";

  static final String WARNING_COLOUR = "FFFFEB9B";

  /** The order of the sections (ECMA-376 part 1, 18.8.39). */
  private static final List<String> ORDER =
      List.of(
          "numFmts",
          "fonts",
          "fills",
          "borders",
          "cellStyleXfs",
          "cellXfs",
          "cellStyles",
          "dxfs",
          "tableStyles",
          "colors",
          "extLst");

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** Formats of the first sheet. */
  enum Own {
    PLAIN,
    TITLE,
    HEADING,
    LINK,
    REJECT,
    WARNING
  }

  private final List<String> formats = new ArrayList<>();
  private final Map<String, Integer> added = new LinkedHashMap<>();
  private String prefix = "";
  private final Set<Integer> ownFills = new HashSet<>();
  private int fonts;
  private int fills;

  /** Reads what is there. */
  static Styles of(RawXml xml) throws IOException {
    Styles styles = new Styles();
    String section = "";
    int depth = 0;
    StringBuilder format = new StringBuilder();
    while (xml.next()) {
      if (xml.begins()) {
        depth++;
      }
      if (depth == 1 && xml.begins()) {
        styles.prefix = xml.prefix();
      } else if (depth == 2 && xml.begins()) {
        section = xml.name();
      } else if (depth == 3 && xml.begins()) {
        styles.fonts += section.equals("fonts") && xml.is("font") ? 1 : 0;
        styles.fills += section.equals("fills") && xml.is("fill") ? 1 : 0;
      } else if (section.equals("fills") && xml.begins() && xml.is("fgColor")) {
        String colour = xml.attribute("rgb");
        if (REJECT_COLOUR.equalsIgnoreCase(colour) || WARNING_COLOUR.equalsIgnoreCase(colour)) {
          styles.ownFills.add(styles.fills - 1);
        }
      }
      if (depth >= 3 && section.equals("cellXfs")) {
        format.append(xml.raw());
        if (depth == 3 && (xml.kind() == RawXml.Kind.END || xml.kind() == RawXml.Kind.EMPTY)) {
          styles.formats.add(format.toString());
        }
      }
      if (xml.kind() == RawXml.Kind.END || xml.kind() == RawXml.Kind.EMPTY) {
        depth--;
        if (depth == 2) {
          format.setLength(0);
        }
      }
    }
    return styles;
  }

  /** The number of a format with PDE's colour in place of its own. */
  int coloured(int format, boolean warning) {
    String base = format >= 0 && format < formats.size() ? formats.get(format) : plain();
    int end = base.indexOf('>') + 1;
    String tag = TagText.with(base.substring(0, end), "fillId", Integer.toString(fill(warning)));
    return number(TagText.with(tag, "applyFill", "1") + base.substring(end));
  }

  /** Whether an earlier answer gave it PDE's colour. */
  boolean isColoured(int format) {
    return format >= 0 && format < formats.size() && ownFills.contains(fillOf(format));
  }

  private int fillOf(int format) {
    String tag = formats.get(format);
    return TagText.number(TagText.attribute(tag.substring(0, tag.indexOf('>') + 1), "fillId"), 0);
  }

  /** The number of such a format without colour. */
  int cleared(int format) {
    String base = formats.get(format);
    int end = base.indexOf('>') + 1;
    return number(TagText.with(base.substring(0, end), "fillId", "0") + base.substring(end));
  }

  private int fill(boolean warning) {
    // A workbook has two fills that all programs expect to be the first.
    return Math.max(fills, 2) + (warning ? 1 : 0);
  }

  private String plain() {
    return "<" + prefix + "xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>";
  }

  /** The number of a format of the first sheet. */
  int own(Own which) {
    String font = which == Own.TITLE ? at(0) : which == Own.HEADING ? at(1) : at(2);
    String tag =
        "<"
            + prefix
            + "xf numFmtId=\"0\" fontId=\""
            + (which == Own.PLAIN || which == Own.REJECT || which == Own.WARNING ? "0" : font)
            + "\" fillId=\""
            + switch (which) {
              case REJECT -> fill(false);
              case WARNING -> fill(true);
              case PLAIN, TITLE, HEADING, LINK -> 0;
            }
            + "\" borderId=\"0\" quotePrefix=\"1\" applyFont=\"1\" applyFill=\"1\""
            + " applyAlignment=\"1\">";
    return number(
        tag
            + "<"
            + prefix
            + "alignment vertical=\"top\" wrapText=\""
            + (isNarrow(which) ? "1" : "0")
            + "\"/></"
            + prefix
            + "xf>");
  }

  /** Whether its text stays in its column; the others run over. */
  private static boolean isNarrow(Own which) {
    return switch (which) {
      case PLAIN, HEADING, LINK -> true;
      case TITLE, REJECT, WARNING -> false;
    };
  }

  private String at(int font) {
    return Integer.toString(Math.max(fonts, 1) + font);
  }

  private int number(String format) {
    Integer known = added.get(format);
    if (known == null) {
      known = Math.max(formats.size(), 1) + added.size();
      added.put(format, known);
    }
    return known;
  }

  /** A part for a workbook that has none. */
  static String empty() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\""
        + MAIN
        + "\"></styleSheet>";
  }

  /** Copies the part with what was added. */
  void write(RawXml xml, Writer out) throws IOException {
    Map<String, String> missing = new LinkedHashMap<>();
    missing.put("fonts", element("fonts", fonts == 0, defaultFont(), ownFonts()));
    missing.put("fills", element("fills", fills < 2, defaultFills(), ownFills()));
    missing.put("borders", "");
    missing.put(
        "cellXfs", element("cellXfs", formats.isEmpty(), plain(), String.join("", added.keySet())));
    int depth = 0;
    while (xml.next()) {
      boolean second = xml.begins() ? depth == 1 : depth == 2;
      String name = second && xml.kind() != RawXml.Kind.BETWEEN ? xml.name() : "";
      if (xml.begins() && !name.isEmpty()) {
        before(ORDER.indexOf(name), missing, out);
        if (missing.containsKey(name)) {
          section(xml, name, missing, out);
        } else {
          xml.to(out);
        }
      } else if (xml.kind() == RawXml.Kind.END && depth == 2 && missing.containsKey(name)) {
        out.write(content(name));
        missing.remove(name);
        xml.to(out);
      } else {
        if (xml.kind() == RawXml.Kind.END && depth == 1) {
          before(ORDER.size(), missing, out);
        }
        xml.to(out);
      }
      depth += xml.kind() == RawXml.Kind.BEGIN ? 1 : xml.kind() == RawXml.Kind.END ? -1 : 0;
    }
  }

  /** Sections that are not there come before the first that has to follow them. */
  private static void before(int place, Map<String, String> missing, Writer out)
      throws IOException {
    for (String section : List.copyOf(missing.keySet())) {
      if (place >= 0 && ORDER.indexOf(section) < place) {
        out.write(missing.getOrDefault(section, ""));
        missing.remove(section);
      }
    }
  }

  private void section(RawXml xml, String name, Map<String, String> missing, Writer out)
      throws IOException {
    if (name.equals("borders")) {
      missing.remove(name);
      xml.to(out);
    } else if (xml.kind() == RawXml.Kind.EMPTY) {
      out.write(missing.getOrDefault(name, ""));
      missing.remove(name);
    } else {
      String tag = xml.raw();
      boolean counted = TagText.attribute(tag, "count") != null;
      out.write(counted ? TagText.with(tag, "count", Integer.toString(count(name))) : tag);
    }
  }

  private int count(String name) {
    return switch (name) {
      case "fonts" -> Math.max(fonts, 1) + 3;
      case "fills" -> Math.max(fills, 2) + 2;
      default -> Math.max(formats.size(), 1) + added.size();
    };
  }

  /** What comes behind the elements that a section has. */
  private String content(String name) {
    return switch (name) {
      case "fonts" -> (fonts == 0 ? defaultFont() : "") + ownFonts();
      case "fills" -> missingFills() + ownFills();
      default -> (formats.isEmpty() ? plain() : "") + String.join("", added.keySet());
    };
  }

  private String missingFills() {
    return switch (fills) {
      case 0 -> defaultFills();
      case 1 -> pattern("gray125");
      default -> "";
    };
  }

  private String element(String name, boolean lacking, String defaults, String own) {
    return "<"
        + prefix
        + name
        + " count=\""
        + count(name)
        + "\">"
        + (lacking ? defaults : "")
        + own
        + "</"
        + prefix
        + name
        + ">";
  }

  private String defaultFont() {
    return prefixed("<font><sz val=\"11\"/><name val=\"Calibri\"/></font>");
  }

  private String ownFonts() {
    return prefixed(
        "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><u/><sz val=\"11\"/><color rgb=\"FF0563C1\"/><name val=\"Calibri\"/></font>");
  }

  private String defaultFills() {
    return pattern("none") + pattern("gray125");
  }

  private String pattern(String type) {
    return prefixed("<fill><patternFill patternType=\"" + type + "\"/></fill>");
  }

  private String ownFills() {
    return solid(REJECT_COLOUR) + solid(WARNING_COLOUR);
  }

  private String solid(String colour) {
    return prefixed(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\""
            + colour
            + "\"/><bgColor indexed=\"64\"/></patternFill></fill>");
  }

  private String prefixed(String xml) {
    return xml.replaceAll("<(/?)", "<$1" + Matcher.quoteReplacement(prefix));
  }
}
