package id.pde.mapping.yaml;

import id.pde.mapping.yaml.YamlNode.Scalar;

/** Finds a sign of a text in the line that writes it: quotes and escapes take columns, too. */
final class WrittenColumns {

  private WrittenColumns() {}

  /** The column (from 1) of a code point of the text; 0 where it does not stand in that line. */
  static int of(Scalar scalar, int sign) {
    int[] text = scalar.text().codePoints().toArray();
    int[] line = scalar.line().codePoints().toArray();
    int at = scalar.place().column() - 1;
    if (at < 0 || at >= line.length || sign > text.length) {
      return 0;
    }
    int mark = scalar.plain() ? 0 : line[at];
    if (mark == '|' || mark == '>') {
      return 0;
    }
    at += scalar.plain() ? 0 : 1;
    for (int i = 0; i < sign; i++, at++) {
      at += escape(line, at, mark);
      if (at >= line.length || text[i] != line[at]) {
        return 0;
      }
    }
    return at + 1;
  }

  /**
   * Signs before one that stands for itself: {@code ''} and {@code \\"}; others are not followed.
   */
  private static int escape(int[] line, int at, int mark) {
    boolean next = at + 1 < line.length;
    boolean doubled = mark == '\'' && next && line[at] == mark && line[at + 1] == mark;
    return doubled || (mark == '"' && next && line[at] == '\\') ? 1 : 0;
  }
}
