package id.pde.run.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Documents as YAML 1.2; every text that another reader could take for something else is quoted.
 */
public final class YamlText {

  /** Plain in every context and no number, date or version. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./()-]+)*");

  /** Words with a meaning of their own in YAML 1.1 or 1.2. */
  private static final Pattern MEANT = Pattern.compile("true|false|yes|no|on|off|null|y|n");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  public static String of(Node node) {
    YamlText yaml = new YamlText();
    yaml.write(node, 0, /* fresh= */ true);
    return yaml.text.toString();
  }

  /**
   * Writes a node and ends its line.
   *
   * @param fresh whether the line has nothing but its indentation and a dash so far
   */
  private void write(Node node, int depth, boolean fresh) {
    if (node instanceof Node.Group group && !group.entries().isEmpty()) {
      boolean first = fresh;
      if (!fresh) {
        text.append('\n');
      }
      for (Map.Entry<String, Node> entry : group.entries().entrySet()) {
        text.append(first ? "" : " ".repeat(depth)).append(scalar(entry.getKey())).append(':');
        first = false;
        write(entry.getValue(), depth + 2, /* fresh= */ false);
      }
      return;
    }
    if (node instanceof Node.Items items && !items.nodes().isEmpty()) {
      boolean first = fresh;
      if (!fresh) {
        text.append('\n');
      }
      for (Node item : items.nodes()) {
        text.append(first ? "" : " ".repeat(depth)).append("- ");
        first = false;
        write(item, depth + 2, /* fresh= */ true);
      }
      return;
    }
    text.append(fresh ? "" : " ").append(leaf(node)).append('\n');
  }

  private static String leaf(Node node) {
    if (node instanceof Node.Word word) {
      return scalar(word.text());
    }
    if (node instanceof Node.Whole whole) {
      return Long.toString(whole.value());
    }
    if (node instanceof Node.Flag flag) {
      return Boolean.toString(flag.value());
    }
    if (node instanceof Node.Items) {
      return "[]";
    }
    return node instanceof Node.Group ? "{}" : "null";
  }

  private static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !MEANT.matcher(text.toLowerCase(Locale.ROOT)).matches();
    return plain ? text : quoted(text);
  }

  /** YAML 1.2, section 5.7: the escapes of JSON are escapes of a double-quoted text. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            sign -> {
              if (sign == '"' || sign == '\\') {
                quoted.append('\\').appendCodePoint(sign);
              } else if (sign == '\n') {
                quoted.append("\\n");
              } else if (sign < ' '
                  || (sign >= 0x7f && sign < 0xa0)
                  || sign == 0x2028
                  || sign == 0x2029
                  || sign == 0xfeff) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", sign));
              } else {
                quoted.appendCodePoint(sign);
              }
            });
    return quoted.append('"').toString();
  }
}
