package id.pde.source.text;

/**
 * Whether a blank belongs to the delimiter, as in {@code a, "b, c", d}: read as a part of the field
 * it would keep the quote from being one.
 */
final class Padding {

  /** Fewer delimiters may have their blanks by chance. */
  private static final int ENOUGH = 6;

  private Padding() {}

  /** Every delimiter outside of quotes has one blank behind it, and never two. */
  static boolean isEverywhere(String sample, Dialect dialect) {
    if (dialect.delimiter() == Dialect.NONE || dialect.delimiter() == ' ') {
      return false;
    }
    int delimiters = 0;
    boolean quoted = false;
    boolean begins = true;
    for (int i = 0; i < sample.length(); i++) {
      char sign = sample.charAt(i);
      if (quoted) {
        quoted = sign != dialect.quote();
      } else if (sign == dialect.delimiter()) {
        if (!isOneBlank(sample, i + 1)) {
          return false;
        }
        delimiters++;
        i++;
        begins = true;
        continue;
      } else {
        // A quote behind another one goes on with its field: it was a doubled one.
        boolean doubled = i > 0 && sample.charAt(i - 1) == dialect.quote();
        quoted = sign == dialect.quote() && (begins || doubled);
      }
      begins = sign == '\n' || sign == '\r';
    }
    return delimiters >= ENOUGH;
  }

  private static boolean isOneBlank(String sample, int at) {
    return at < sample.length()
        && sample.charAt(at) == ' '
        && (at + 1 == sample.length() || sample.charAt(at + 1) != ' ');
  }
}
