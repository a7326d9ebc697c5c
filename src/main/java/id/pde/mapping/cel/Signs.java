package id.pde.mapping.cel;

import dev.cel.common.CelSourceLocation;

/** Places in an expression: the library counts lines and columns, mappings the signs. */
final class Signs {

  private Signs() {}

  /** Code points before a place. */
  static int of(String text, CelSourceLocation place) {
    int start = 0;
    for (int line = 1; line < place.getLine(); line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    int length = text.codePointCount(0, text.length());
    return Math.min(length, text.codePointCount(0, start) + Math.max(0, place.getColumn()));
  }
}
