package id.pde.source.text;

/** The signs that divide a text; {@link #NONE} where there is no such sign. */
record Dialect(char delimiter, char quote, char escape, Padding padding) {

  /** A sign that no text holds: Unicode keeps it free for programs. */
  static final char NONE = '\uFFFF';

  /** Nothing but line breaks divides. */
  static final Dialect LINES = new Dialect(NONE, NONE, NONE);

  /** What stands behind a delimiter. */
  enum Padding {
    /** The field. */
    NONE,
    /** A blank that belongs to the delimiter: without it a quote would not begin its field. */
    BLANK
  }

  Dialect(char delimiter, char quote, char escape) {
    this(delimiter, quote, escape, Padding.NONE);
  }

  Dialect with(char other) {
    return new Dialect(other, quote, escape);
  }

  Dialect padded() {
    return new Dialect(delimiter, quote, escape, Padding.BLANK);
  }
}
