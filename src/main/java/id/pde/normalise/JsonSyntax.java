package id.pde.normalise;

import java.util.HashSet;
import java.util.Set;

/**
 * Looks whether a text is one JSON document (RFC 8259) that PostgreSQL's jsonb keeps whole: no sign
 * U+0000, no half of a pair, no name twice in an object, no number beyond numeric.
 */
final class JsonSyntax {

  /** What is the matter. */
  enum Fault {
    NONE,
    SYNTAX,
    /** Deeper than any document means, and than the stack allows. */
    DEPTH,
    /** The sign U+0000, written or as an escape. */
    NUL,
    /** Half of a pair of signs, written or as an escape. */
    HALF,
    /** The same name twice in one object: jsonb would keep one of the values. */
    TWICE,
    NUMBER
  }

  private static final int DEEPEST = 100;

  /** Digits in front of the mark that numeric can hold are 131072; nobody means so many. */
  private static final int MOST_DIGITS = 1000;

  private final String text;
  private int at;
  private Fault fault = Fault.NONE;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /** What was found; the position counts from 1. */
  record Finding(Fault fault, int position) {}

  static Finding check(String text) {
    JsonSyntax syntax = new JsonSyntax(text);
    boolean sound = syntax.value(0);
    syntax.blanks();
    if (sound && syntax.at < text.length()) {
      syntax.fail(Fault.SYNTAX);
    }
    return new Finding(syntax.fault, Math.min(syntax.at, text.length()) + 1);
  }

  private boolean fail(Fault found) {
    fault = fault == Fault.NONE ? found : fault;
    return false;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean value(int depth) {
    if (depth > DEEPEST) {
      return fail(Fault.DEPTH);
    }
    blanks();
    return switch (sign()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string(new StringBuilder());
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  /** The sign at hand; a blank behind the end. */
  private char sign() {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private boolean pass(char wanted) {
    blanks();
    if (sign() != wanted || at >= text.length()) {
      return fail(Fault.SYNTAX);
    }
    at++;
    return true;
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return fail(Fault.SYNTAX);
    }
    at += word.length();
    return true;
  }

  private boolean object(int depth) {
    at++;
    blanks();
    if (sign() == '}') {
      at++;
      return true;
    }
    Set<String> names = new HashSet<>();
    do {
      blanks();
      StringBuilder name = new StringBuilder();
      if (sign() != '"') {
        return fail(Fault.SYNTAX);
      }
      if (!string(name)) {
        return false;
      }
      if (!names.add(name.toString())) {
        return fail(Fault.TWICE);
      }
      if (!pass(':') || !value(depth + 1)) {
        return false;
      }
      blanks();
    } while (comma());
    return pass('}');
  }

  private boolean array(int depth) {
    at++;
    blanks();
    if (sign() == ']') {
      at++;
      return true;
    }
    do {
      if (!value(depth + 1)) {
        return false;
      }
      blanks();
    } while (comma());
    return pass(']');
  }

  private boolean comma() {
    if (sign() != ',') {
      return false;
    }
    at++;
    return true;
  }

  private boolean string(StringBuilder into) {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char sign = text.charAt(at);
      if (sign == 0) {
        return fail(Fault.NUL);
      }
      if (sign < ' ') {
        return fail(Fault.SYNTAX);
      }
      if (sign == '\\') {
        if (!escape(into)) {
          return false;
        }
      } else {
        into.append(sign);
        at++;
      }
    }
    if (at >= text.length()) {
      return fail(Fault.SYNTAX);
    }
    at++;
    return into.codePoints().noneMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF)
        || fail(Fault.HALF);
  }

  private boolean escape(StringBuilder into) {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    int plain = "\"\\/bfnrt".indexOf(kind);
    if (plain >= 0) {
      into.append("\"\\/\b\f\n\r\t".charAt(plain));
      at += 2;
      return true;
    }
    if (kind != 'u' || at + 6 > text.length()) {
      return fail(Fault.SYNTAX);
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return fail(Fault.SYNTAX);
      }
      code = 16 * code + digit;
    }
    if (code == 0) {
      return fail(Fault.NUL);
    }
    into.append((char) code);
    at += 6;
    return true;
  }

  private boolean number() {
    int start = at;
    at += sign() == '-' ? 1 : 0;
    boolean zero = sign() == '0';
    int whole = digits();
    if (whole == 0 || (zero && whole > 1)) {
      return fail(Fault.SYNTAX);
    }
    if (sign() == '.') {
      at++;
      if (digits() == 0) {
        return fail(Fault.SYNTAX);
      }
    }
    int length = at - start;
    if (sign() == 'e' || sign() == 'E') {
      at++;
      at += sign() == '+' || sign() == '-' ? 1 : 0;
      int from = at;
      if (digits() == 0) {
        return fail(Fault.SYNTAX);
      }
      boolean huge = at - from > 4 || Integer.parseInt(text.substring(from, at)) > MOST_DIGITS;
      return !huge || fail(Fault.NUMBER);
    }
    return length <= MOST_DIGITS || fail(Fault.NUMBER);
  }

  private int digits() {
    int start = at;
    while (sign() >= '0' && sign() <= '9') {
      at++;
    }
    return at - start;
  }
}
