package id.pde.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at Java as text: enough of it to find the sentences that a source has for people. */
final class JavaText {

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private JavaText() {}

  /** From behind an opening bracket to the one that closes it, or to the end. */
  static String bracketed(String java, int start) {
    int depth = 1;
    for (int at = start; at < java.length(); at++) {
      char sign = java.charAt(at);
      if (sign == '"') {
        at = endOfLiteral(java, at);
      } else if (sign == '(' || sign == '{') {
        depth++;
      } else if (sign == ')' || sign == '}') {
        depth--;
        if (depth == 0) {
          return java.substring(start, at);
        }
      }
    }
    return java.substring(Math.min(start, java.length()));
  }

  private static int endOfLiteral(String java, int quote) {
    int at = quote + 1;
    while (at < java.length() && java.charAt(at) != '"') {
      at += java.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** What stands between the commas of the outermost level. */
  static List<String> arguments(String inside) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int at = 0; at < inside.length(); at++) {
      char sign = inside.charAt(at);
      if (sign == '"') {
        at = endOfLiteral(inside, at);
      } else if (sign == '(' || sign == '{') {
        depth++;
      } else if (sign == ')' || sign == '}') {
        depth--;
      } else if (sign == ',' && depth == 0) {
        found.add(inside.substring(begin, at));
        begin = at + 1;
      }
    }
    found.add(inside.substring(Math.min(begin, inside.length())));
    return found;
  }

  /** The words of an expression that joins literals; what is not one is an ellipsis. */
  static String words(String expression) {
    StringBuilder words = new StringBuilder();
    int end = 0;
    Matcher literal = LITERAL.matcher(expression);
    while (literal.find()) {
      String between = expression.substring(end, literal.start());
      if (between.matches("(?s).*[A-Za-z].*")) {
        words.append('…');
      }
      words.append(literal.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
      end = literal.end();
    }
    if (expression.substring(end).matches("(?s).*[A-Za-z].*")) {
      words.append('…');
    }
    return words.toString().replace("%d", "…").replace("%s", "…").replace("\\n", " ").strip();
  }

  /** The definition of a constant or method of the same file. */
  static Optional<String> definition(String java, String name) {
    Matcher constant = Pattern.compile("\\b" + name + " =\\s").matcher(java);
    if (constant.find()) {
      int end = java.indexOf(";", constant.end());
      return Optional.of(java.substring(constant.end(), end < 0 ? java.length() : end));
    }
    Matcher method =
        Pattern.compile("(?:static|private) [\\w.<> ]*\\b" + name + "\\([^)]*\\)[^{;]*\\{")
            .matcher(java);
    return method.find() ? Optional.of(bracketed(java, method.end())) : Optional.empty();
  }
}
