package id.pde.source.sheet;

/** The escapes {@code _xHHHH_} for signs that XML cannot hold (ECMA-376, 22.9.2.19). */
final class Escapes {

  private static final int LENGTH = 7;

  private Escapes() {}

  static String undo(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    for (; at >= 0; at = text.indexOf("_x", at)) {
      int code = code(text, at);
      if (code < 0) {
        at += 2;
        continue;
      }
      plain.append(text, done, at).append((char) code);
      at += LENGTH;
      done = at;
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static int code(String text, int at) {
    if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + LENGTH - 1; i++) {
      char sign = text.charAt(i);
      int digit = sign < 0x80 ? Character.digit(sign, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
