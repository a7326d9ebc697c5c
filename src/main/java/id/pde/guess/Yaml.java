package id.pde.guess;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads them back as they are. */
final class Yaml {

  /** What needs no quotes, neither alone nor inside of { } and [ ]. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_./()+%&-]*( [\\p{L}\\p{N}_./()+%&-]+)*");

  private Yaml() {}

  static String text(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(sign -> append(quoted, sign));
    return quoted.append('"').toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(Yaml::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static void append(StringBuilder quoted, int sign) {
    if (sign == '"' || sign == '\\') {
      quoted.append('\\').append((char) sign);
    } else if (!hidden(sign)) {
      quoted.appendCodePoint(sign);
    } else {
      quoted.append(String.format(Locale.ROOT, sign > 0xFFFF ? "\\U%08X" : "\\u%04X", sign));
    }
  }

  private static boolean hidden(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
