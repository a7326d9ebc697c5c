package id.pde.receipt.annotate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of one tag: its attributes, and text that is put into XML. */
final class TagText {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s(?:[\\w.-]+:)?([\\w.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));");

  /** What Excel takes for a sign that XML cannot hold. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private TagText() {}

  /** An attribute by its local name; null: there is none. */
  static @Nullable String attribute(String tag, String name) {
    Matcher each = ATTRIBUTE.matcher(tag);
    while (each.find()) {
      if (each.group(1).equals(name)) {
        return plain(each.group(2) == null ? each.group(3) : each.group(2));
      }
    }
    return null;
  }

  /** The tag with an attribute that has this value, whether it had it before or not. */
  static String with(String tag, String name, String value) {
    Matcher each = ATTRIBUTE.matcher(tag);
    while (each.find()) {
      if (each.group(1).equals(name)) {
        int group = each.group(2) == null ? 3 : 2;
        return tag.substring(0, each.start(group)) + xml(value) + tag.substring(each.end(group));
      }
    }
    int end = tag.endsWith("/>") ? tag.length() - 2 : tag.length() - 1;
    return tag.substring(0, end).stripTrailing()
        + " "
        + name
        + "=\""
        + xml(value)
        + "\""
        + tag.substring(end);
  }

  /** A whole number in an attribute; what is none counts as the other one. */
  static int number(@Nullable String written, int otherwise) {
    if (written == null) {
      return otherwise;
    }
    try {
      return Integer.parseInt(written.strip());
    } catch (NumberFormatException none) {
      return otherwise;
    }
  }

  private static String plain(String written) {
    if (written.indexOf('&') < 0) {
      return written;
    }
    return ENTITY
        .matcher(written)
        .replaceAll(
            found -> {
              String sign;
              if (found.group(3) != null) {
                sign =
                    switch (found.group(3)) {
                      case "amp" -> "&";
                      case "lt" -> "<";
                      case "gt" -> ">";
                      case "quot" -> "\"";
                      default -> "'";
                    };
              } else {
                int code =
                    found.group(1) == null
                        ? Integer.parseInt(found.group(2))
                        : Integer.parseInt(found.group(1), 16);
                sign = Character.isValidCodePoint(code) ? Character.toString(code) : "?";
              }
              return Matcher.quoteReplacement(sign);
            });
  }

  /** Text for XML of any charset: signs beyond ASCII as numbers, what XML cannot hold as U+FFFD. */
  static String xml(String text) {
    StringBuilder written = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            sign -> {
              switch (sign) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '"' -> written.append("&quot;");
                default -> {
                  if (sign >= ' ' && sign < 0x7F) {
                    written.append((char) sign);
                  } else {
                    written.append("&#").append(isHeld(sign) ? sign : 0xFFFD).append(';');
                  }
                }
              }
            });
    return written.toString();
  }

  private static boolean isHeld(int sign) {
    return sign == '\n'
        || sign == '\t'
        || (sign >= ' ' && sign < Character.MIN_SURROGATE)
        || (sign > Character.MAX_SURROGATE && sign < 0xFFFE)
        || sign > 0xFFFF;
  }

  /** The same for the text of a cell or comment, where Excel reads {@code _x000D_} as a sign. */
  static String cell(String text) {
    return xml(ESCAPE.matcher(text).replaceAll("_x005F_"));
  }
}
