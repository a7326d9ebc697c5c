package id.pde.source.markup;

import id.pde.model.Cell;
import id.pde.source.sheet.CellStyles;
import id.pde.source.sheet.Serials;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Of the styles of a web page what changes the meaning of a cell: number formats, and hiding. */
final class HtmlStyles {

  private static final int FIRST_OWN = 164;

  private static final Pattern RULE = Pattern.compile("([^{}]{1,2000})\\{([^{}]{0,5000})\\}");
  private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)\\s*(?:,|$)");
  private static final Pattern FORMAT =
      Pattern.compile(
          "mso-number-format\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'|([^;\"']*))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIDDEN =
      Pattern.compile("(display\\s*:\\s*none|mso-hide\\s*:\\s*all)", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> formats = new HashMap<>();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, CellStyles> cells = new HashMap<>();
  private Serials serials = Serials.FROM_1900;

  void from1904() {
    serials = Serials.FROM_1904;
  }

  /** Takes the rules of a style sheet that are for a class. */
  void rules(String sheet) {
    Matcher rules = RULE.matcher(sheet);
    while (rules.find()) {
      String format = formatIn(rules.group(2));
      boolean hides = HIDDEN.matcher(rules.group(2)).find();
      if (format == null && !hides) {
        continue;
      }
      Matcher classes = CLASS.matcher(rules.group(1).strip());
      while (classes.find()) {
        if (format != null) {
          formats.put(classes.group(1), format);
        }
        if (hides) {
          hidden.add(classes.group(1));
        }
      }
    }
  }

  private static @Nullable String formatIn(String style) {
    Matcher matcher = FORMAT.matcher(style);
    if (!matcher.find()) {
      return null;
    }
    for (int group = 1; group <= 3; group++) {
      if (matcher.group(group) != null) {
        return NamedFormats.code(unescaped(matcher.group(group)));
      }
    }
    return null;
  }

  /** Excel escapes signs by a backslash, and quotes by their four hexadecimal digits. */
  private static String unescaped(String format) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char sign = format.charAt(i);
      if (sign != '\\' || i + 1 == format.length()) {
        plain.append(sign);
      } else if (format.startsWith("0022", i + 1)) {
        plain.append('"');
        i += 4;
      } else {
        plain.append(format.charAt(++i));
      }
    }
    return plain.toString();
  }

  /** Whether people do not see an element. */
  boolean hides(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return element.hasAttr("hidden")
        || HIDDEN.matcher(element.attr("style")).find()
        || (!hidden.isEmpty() && element.classNames().stream().anyMatch(hidden::contains));
  }

  /** A number of a cell. */
  Cell number(String exact, Element cell) {
    String format = formatIn(cell.attr("style"));
    for (String name : cell.classNames()) {
      format = format == null ? formats.get(name) : format;
    }
    if (format == null) {
      return new Cell.Numeric(exact, null);
    }
    return cells
        .computeIfAbsent(
            format, code -> new CellStyles(Map.of(FIRST_OWN, code), List.of(FIRST_OWN), serials))
        .cell(exact, 0);
  }

  /** Whether a word of an attribute is true. */
  static boolean isTrue(String word) {
    return word.strip().toLowerCase(Locale.ROOT).equals("true") || word.strip().equals("1");
  }
}
