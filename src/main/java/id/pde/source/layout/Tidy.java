package id.pde.source.layout;

/** Blanks as people and programs leave them. */
public final class Tidy {

  private Tidy() {}

  /** Whether nothing but blanks, breaks and invisible signs is there. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** One line: breaks, tabs and non-breaking spaces become blanks, runs one, outer ones none. */
  public static String line(String text) {
    if (isTidy(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (isInvisible(sign)) {
        continue;
      }
      if (isBlank(sign)) {
        gap = line.length() > 0;
        continue;
      }
      if (gap) {
        line.append(' ');
        gap = false;
      }
      line.append(sign);
    }
    return line.toString();
  }

  private static boolean isTidy(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign > '~' || sign < ' ' || (sign == ' ' && last == ' ')) {
        return false;
      }
      last = sign;
    }
    return text.isEmpty() || last != ' ';
  }

  private static boolean isBlank(char sign) {
    if (sign <= ' ') {
      // NUL is no blank: it is a fault of its row.
      return sign != 0;
    }
    return sign > '~'
        && (Character.isWhitespace(sign)
            || Character.isSpaceChar(sign)
            || sign == '\u0085'
            || isInvisible(sign));
  }

  /** Zero-width signs and the byte order mark, which programs leave inside of files they join. */
  private static boolean isInvisible(char sign) {
    return sign == '\uFEFF' || (sign >= '\u200B' && sign <= '\u200D') || sign == '\u2060';
  }
}
