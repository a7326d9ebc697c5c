package id.pde.mapping;

import java.util.Locale;
import java.util.Optional;

/** How headings are compared: case, blanks, dots and underscores at the ends do not matter. */
public final class Headings {

  private Headings() {}

  /**
   * The form in which two headings are equal: letters and digits lower-case, other signs kept,
   * blanks and dots gone. A JSON path is equal to the heading of its column: {@code $.a.b} to
   * {@code a / b}.
   */
  public static String form(String heading) {
    if (heading.startsWith("$.") || heading.startsWith("$[")) {
      Optional<MemberPath> path = MemberPath.of(heading);
      if (path.isPresent()) {
        return form(path.get().heading());
      }
    }
    StringBuilder form = new StringBuilder(heading.length());
    heading
        .codePoints()
        .filter(sign -> !isBlank(sign) && sign != '.')
        .forEach(form::appendCodePoint);
    return form.toString().toLowerCase(Locale.ROOT);
  }

  /** The last part of a joined path: {@code L} of {@code 2019 / L}. */
  public static String lastPart(String path) {
    int cut = path.lastIndexOf(" / ");
    return cut < 0 ? path : path.substring(cut + 3);
  }

  /** What is left of a joined path without its first part; empty: nothing. */
  public static String withoutFirstPart(String path) {
    int cut = path.indexOf(" / ");
    return cut < 0 ? "" : path.substring(cut + 3);
  }

  /**
   * Blanks as spreadsheets and web pages make them, zero-width signs and the byte order mark
   * included.
   */
  private static boolean isBlank(int sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.getType(sign) == Character.FORMAT
        || Character.isISOControl(sign);
  }
}
