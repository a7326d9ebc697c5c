package id.pde.source.sheet;

/** What the value of a cell is (ECMA-376, 18.18.11). */
enum CellType {
  NUMBER,
  SHARED,
  /** The text that a formula gave. */
  TEXT,
  INLINE,
  BOOLEAN,
  ERROR,
  /** ISO 8601, in strict files. */
  DATE;

  static CellType of(char[] signs, int from, int to) {
    if (to - from == 1) {
      return switch (signs[from]) {
        case 's' -> SHARED;
        case 'b' -> BOOLEAN;
        case 'e' -> ERROR;
        case 'd' -> DATE;
        default -> NUMBER;
      };
    }
    return switch (new String(signs, from, to - from)) {
      case "str" -> TEXT;
      case "inlineStr" -> INLINE;
      default -> NUMBER;
    };
  }
}
