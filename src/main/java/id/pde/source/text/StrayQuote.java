package id.pde.source.text;

/**
 * Whether a quote that closes a field although the field goes on damages only its own line.
 *
 * <p>It can be read in two ways: the field goes on unquoted (as Excel does), or the quote belongs
 * to the text and another one closes the field. Where both end with the line, or where the first
 * makes as many fields as the record before has, the next line is the next record.
 */
final class StrayQuote {

  private StrayQuote() {}

  /**
   * @param rest of the line behind the quote
   * @param before fields of the record that are complete
   * @param usual fields of the record before; 0: there is none
   */
  static boolean isLocal(String rest, Dialect dialect, int before, int usual) {
    int unquoted = delimiters(rest, dialect, false);
    if (unquoted < 0) {
      return false;
    }
    boolean asUsual = usual > 1 && before + 1 + unquoted == usual;
    return asUsual || delimiters(rest, dialect, true) >= 0;
  }

  /** How many delimiters stand outside of quotes; -1 where a quote is open at the end. */
  private static int delimiters(String rest, Dialect dialect, boolean inside) {
    boolean quoted = inside;
    boolean begins = false;
    int delimiters = 0;
    for (int i = 0; i < rest.length(); i++) {
      char sign = rest.charAt(i);
      boolean twice =
          quoted && sign == dialect.quote() && i + 1 < rest.length() && rest.charAt(i + 1) == sign;
      if (twice) {
        i++;
      } else if (quoted) {
        // Read as part of the text, only a quote at the end of a field closes it.
        quoted = sign != dialect.quote() || (inside && !endsField(rest, i + 1, dialect));
      } else if (sign == dialect.delimiter()) {
        delimiters++;
        begins = true;
      } else {
        quoted = begins && sign == dialect.quote();
        begins = false;
      }
    }
    return quoted ? -1 : delimiters;
  }

  private static boolean endsField(String rest, int at, Dialect dialect) {
    return at == rest.length() || rest.charAt(at) == dialect.delimiter();
  }
}
