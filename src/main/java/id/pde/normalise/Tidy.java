package id.pde.normalise;

/** Tidies text: odd blanks to blanks, outer blanks off, runs to one. */
public final class Tidy {

  private Tidy() {}

  /** Line breaks stay, as LF; blanks beside them go. */
  public static String text(String raw) {
    return isTidy(raw) ? raw : tidied(raw, Breaks.KEEP);
  }

  /** For keys, codes, numbers and words: line breaks become blanks, signs without width go. */
  public static String word(String raw) {
    return isTidy(raw) ? raw : tidied(raw, Breaks.BLANK);
  }

  private enum Breaks {
    KEEP,
    BLANK
  }

  /** Whether nothing is to do, by a look at plain signs only; most values end here. */
  private static boolean isTidy(String raw) {
    char before = ' ';
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (sign < ' ' || sign > '~' || (sign == ' ' && before == ' ')) {
        return false;
      }
      before = sign;
    }
    return before != ' ' || raw.isEmpty();
  }

  private static String tidied(String raw, Breaks breaks) {
    StringBuilder tidy = new StringBuilder(raw.length());
    boolean blank = false;
    int lines = 0;
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (isBreak(sign) && breaks == Breaks.KEEP) {
        boolean secondHalf = sign == '\n' && i > 0 && raw.charAt(i - 1) == '\r';
        lines += secondHalf ? 0 : 1;
      } else if (isBlank(sign)) {
        blank = true;
      } else if (!isInvisible(sign, breaks)) {
        if (!tidy.isEmpty()) {
          tidy.append(lines > 0 ? "\n".repeat(lines) : blank ? " " : "");
        }
        blank = false;
        lines = 0;
        tidy.append(sign);
      }
    }
    return tidy.toString();
  }

  /** Excel and Word write a vertical tab for a break inside a cell or paragraph. */
  private static boolean isBreak(char sign) {
    return sign == '\n'
        || sign == '\r'
        || sign == '\u000B'
        || sign == '\u0085'
        || sign == '\u2028'
        || sign == '\u2029';
  }

  /** U+0000 is no blank: it is a fault of its own. */
  public static boolean isBlank(char sign) {
    if (sign <= ' ') {
      return sign != 0;
    }
    return sign >= 0x7F
        && (Character.isSpaceChar(sign) || Character.isISOControl(sign) || sign == '\u2800');
  }

  /**
   * The byte order mark and the signs that only allow or forbid a line break never carry meaning;
   * joiners do, inside words of text (emoji), but not in a key.
   */
  private static boolean isInvisible(char sign, Breaks breaks) {
    if (sign < 0x7F) {
      return false;
    }
    if (sign == '\uFEFF' || sign == '\u200B' || sign == '\u2060') {
      return true;
    }
    // Whether a tick is to be shown as text or as a picture is no part of a word.
    boolean picture = sign >= '\uFE00' && sign <= '\uFE0F';
    return breaks == Breaks.BLANK && (picture || Character.getType(sign) == Character.FORMAT);
  }
}
