package id.pde.source.text;

/** The signs that divide a text; {@link #NONE} where there is no such sign. */
record Dialect(char delimiter, char quote, char escape) {

  /** A sign that no text holds: Unicode keeps it free for programs. */
  static final char NONE = '\uFFFF';

  /** Nothing but line breaks divides. */
  static final Dialect LINES = new Dialect(NONE, NONE, NONE);

  Dialect with(char other) {
    return new Dialect(other, quote, escape);
  }
}
