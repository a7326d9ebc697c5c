package id.pde.normalise;

/**
 * What a text that should be of digits consists of, dots, dashes, blanks and apostrophes left out.
 *
 * @param digits in their order
 * @param other what stands between them
 */
record DigitText(String digits, Other other) {

  /** What stands between digits. */
  enum Other {
    /** Nothing but marks that people divide long numbers with. */
    NOTHING,
    /** The letter O, in place of a zero. */
    LETTER_O,
    SIGNS
  }

  static DigitText of(String tidy) {
    StringBuilder digits = new StringBuilder(tidy.length());
    Other other = Other.NOTHING;
    for (int i = 0; i < tidy.length(); i++) {
      char sign = tidy.charAt(i);
      if (isDigit(sign)) {
        digits.append(sign);
      } else if (sign == 'O' || sign == 'o') {
        other = other == Other.SIGNS ? other : Other.LETTER_O;
      } else if (!isDivider(sign)) {
        other = Other.SIGNS;
      }
    }
    return new DigitText(digits.toString(), other);
  }

  boolean plain() {
    return other == Other.NOTHING;
  }

  static boolean allDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Two digits as a number. */
  static int pair(String digits, int at) {
    return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static boolean isDivider(char sign) {
    return sign == ' '
        || sign == '.'
        || sign == '-'
        || sign == '\''
        || sign == '\u2019'
        || sign == '`'
        || sign == '\u2010'
        || sign == '\u2011'
        || sign == '\u2013';
  }

  /** 3,57404E+15: what Excel writes into a CSV for a long number. */
  static boolean isScientific(String text) {
    int mark = Math.max(text.indexOf('E'), text.indexOf('e'));
    if (mark < 1 || mark + 1 >= text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean exponentSign = i == mark + 1 && (sign == '+' || sign == '-');
      if (i != mark && !exponentSign && !isDigit(sign) && sign != '.' && sign != ',') {
        return false;
      }
    }
    return isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1));
  }
}
