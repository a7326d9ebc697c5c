package id.pde.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to a member of a JSON value, as {@code $.a.b} or {@code $['a']['b c']}.
 *
 * @param names from the root down; none: the root
 */
public record MemberPath(List<String> names) {

  private static final Pattern STEP =
      Pattern.compile("\\G(?:\\.([^.\\[\\]'\"]+)|\\['([^']+)'\\]|\\[\"([^\"]+)\"\\])");

  public MemberPath {
    names = List.copyOf(names);
  }

  /** Reads a path that begins with {@code $}; empty: it is none. */
  public static Optional<MemberPath> of(String written) {
    String text = written.strip();
    if (!text.startsWith("$")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    Matcher steps = STEP.matcher(text);
    int end = 1;
    while (end < text.length() && steps.find(end)) {
      String plain = steps.group(1);
      String quoted = steps.group(2) == null ? steps.group(3) : steps.group(2);
      names.add(plain == null ? String.valueOf(quoted) : plain.strip());
      end = steps.end();
    }
    return end == text.length() ? Optional.of(new MemberPath(names)) : Optional.empty();
  }

  /** As the readers name the column of such a value: {@code a / b}. */
  public String heading() {
    return String.join(" / ", names);
  }
}
