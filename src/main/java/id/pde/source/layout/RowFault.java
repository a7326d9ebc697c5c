package id.pde.source.layout;

/**
 * Why a row of a text file cannot be trusted.
 *
 * @param column from 1
 * @param offset of the byte in the file, from 0; -1 where it is not known
 */
public record RowFault(Kind kind, int column, long offset) {

  /** What is wrong. */
  public enum Kind {
    /** A byte that the charset does not know. */
    UNDECODABLE,
    /** The sign U+0000, which no database takes. */
    NUL,
    /** A field goes on behind the quote that closes it. */
    STRAY_QUOTE,
    /** The same, and a backslash stands before that quote. */
    ESCAPED_QUOTE,
    /** A tab in a line of fixed widths. */
    TAB
  }
}
