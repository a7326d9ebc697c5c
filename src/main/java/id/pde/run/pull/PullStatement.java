package id.pde.run.pull;

import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a route, taken apart: {@code :?name} is a parameter, outside of quotes and
 * comments.
 *
 * @param sql with a question mark for each parameter
 * @param names of the parameters, in the order of the question marks
 */
public record PullStatement(String sql, List<String> names) {

  /** What a statement that only reads begins with. */
  private static final Set<String> READING = Set.of("select", "with", "values", "table", "show");

  private static final Pattern PARAMETER = Pattern.compile(":\\?([A-Za-z][A-Za-z0-9_]*)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  public PullStatement {
    names = List.copyOf(names);
  }

  /**
   * What a text is.
   *
   * @param fault why it cannot be asked; null: it can
   */
  public record Reading(PullStatement statement, @Nullable Text fault) {}

  public static Reading read(String text) {
    return new Scan(text).read();
  }

  /** One walk over a text. */
  private static final class Scan {
    private final String text;
    private final StringBuilder sql = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private String first = "";
    private boolean ended;
    private boolean second;

    Scan(String text) {
      this.text = text;
    }

    Reading read() {
      int at = 0;
      while (at < text.length()) {
        at = step(at);
      }
      return new Reading(new PullStatement(sql.toString(), names), fault());
    }

    private @Nullable Text fault() {
      if (second) {
        return new Text("hanya satu pernyataan SQL per langkah", "only one SQL statement a step");
      }
      return READING.contains(first)
          ? null
          : new Text(
              "pernyataan ini tidak dimulai dengan SELECT atau WITH: PDE hanya membaca",
              "this statement does not begin with SELECT or WITH: PDE only reads");
    }

    private int step(int at) {
      char sign = text.charAt(at);
      int quoted = end(at, sign);
      if (quoted > at) {
        if (!isComment(at)) {
          seen();
        }
        return keep(at, quoted);
      }
      Matcher parameter = PARAMETER.matcher(text).region(at, text.length());
      if (sign == ':' && parameter.lookingAt()) {
        seen();
        names.add(parameter.group(1));
        sql.append('?');
        return parameter.end();
      }
      if (sign == ';') {
        ended = true;
        // Drivers take a single statement without its end.
        return at + 1;
      }
      if (Character.isWhitespace(sign)) {
        return keep(at, at + 1);
      }
      seen();
      Matcher word = WORD.matcher(text).region(at, text.length());
      if (word.lookingAt()) {
        first = first.isEmpty() ? word.group().toLowerCase(Locale.ROOT) : first;
        return keep(at, word.end());
      }
      return keep(at, at + 1);
    }

    private boolean isComment(int at) {
      return text.startsWith("--", at) || text.startsWith("/*", at);
    }

    private void seen() {
      second |= ended;
    }

    private int keep(int from, int to) {
      sql.append(text, from, to);
      return to;
    }

    /** The place behind what is no code; the same place where code goes on. */
    private int end(int at, char sign) {
      if (text.startsWith("--", at)) {
        int line = text.indexOf('\n', at);
        return line < 0 ? text.length() : line + 1;
      }
      if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        return close < 0 ? text.length() : close + 2;
      }
      if (sign == '\'' || sign == '"' || sign == '`') {
        int close = text.indexOf(sign, at + 1);
        return close < 0 ? text.length() : close + 1;
      }
      return at;
    }
  }
}
