package id.pde.source.text;

/**
 * What the quotes of a sample do under a dialect.
 *
 * @param closed fields that a quote opens and another one closes
 * @param stray quotes behind which a field goes on although they should close it
 * @param needed closed fields that hold a delimiter or a line break
 * @param escaped quotes behind an escape sign
 * @param open fields that no quote closes: a sample may end inside of one
 */
record QuoteCount(int closed, int stray, int needed, int escaped, int open) {

  /** Beside so many closed fields an open one is only cut off. */
  private static final int FEW = 20;

  static QuoteCount of(String sample, Dialect dialect) {
    Counting counting = new Counting(sample, dialect);
    counting.count();
    return new QuoteCount(
        counting.closed, counting.stray, counting.needed, counting.escaped, counting.open);
  }

  /** Nothing is left unexplained, and something speaks for the dialect. */
  boolean explains(Dialect form) {
    boolean escapes = form.escape() != Dialect.NONE;
    boolean spoken = escapes ? escaped > 0 : needed > 0;
    return closed > (escapes ? 0 : 1) + FEW * open && stray == 0 && spoken;
  }

  /** How many of the quoted fields end at their second quote. */
  double share() {
    return stray == 0 ? 1 : (double) closed / (closed + stray);
  }

  /** Passes over a sample once. */
  private static final class Counting {

    private final String sample;
    private final Dialect dialect;
    private int closed;
    private int stray;
    private int needed;
    private int escaped;
    private int open;
    private int at;

    Counting(String sample, Dialect dialect) {
      this.sample = sample;
      this.dialect = dialect;
    }

    void count() {
      boolean begins = true;
      while (at < sample.length()) {
        char sign = sample.charAt(at++);
        if (begins && sign == dialect.quote()) {
          field();
          begins = false;
          continue;
        }
        boolean pads = dialect.padding() == Dialect.Padding.BLANK && sign == ' ' && begins;
        begins = pads || isBreak(sign) || sign == dialect.delimiter();
      }
    }

    /** Behind an opening quote. */
    private void field() {
      boolean divides = false;
      int escapes = 0;
      while (at < sample.length()) {
        char sign = sample.charAt(at++);
        if (sign == dialect.escape() && at < sample.length()) {
          escapes += sample.charAt(at++) == dialect.quote() ? 1 : 0;
        } else if (sign != dialect.quote()) {
          divides |= isBreak(sign) || sign == dialect.delimiter();
        } else if (at < sample.length() && sample.charAt(at) == dialect.quote()) {
          at++;
        } else {
          close(divides);
          escaped += escapes;
          return;
        }
      }
      open++;
    }

    private void close(boolean divides) {
      boolean ends =
          at == sample.length()
              || sample.charAt(at) == dialect.delimiter()
              || isBreak(sample.charAt(at));
      closed += ends ? 1 : 0;
      stray += ends ? 0 : 1;
      needed += ends && divides ? 1 : 0;
    }

    private static boolean isBreak(char sign) {
      return sign == '\n' || sign == '\r';
    }
  }
}
