package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.util.Arrays;

/** Gathers the text of a cell up to the limit. */
final class TextCollector {

  private final int limit;
  private final String part;
  private char[] signs = new char[256];
  private int length;

  /**
   * @param part of the workbook that is read, for the message
   */
  TextCollector(int limit, String part) {
    this.limit = limit;
    this.part = part;
  }

  void clear() {
    length = 0;
  }

  boolean isEmpty() {
    return length == 0;
  }

  void add(char[] source, int from, int count) {
    if (length + count > limit) {
      throw Faults.limit(
          "limit.cell",
          new Location.SheetCell(part, 0, 0),
          new Text(
              "Satu sel memuat lebih dari " + limit + " karakter, batas yang dibaca.",
              "One cell holds more than " + limit + " characters, the limit."),
          null);
    }
    if (length + count > signs.length) {
      signs = Arrays.copyOf(signs, Math.max(2 * signs.length, length + count));
    }
    System.arraycopy(source, from, signs, length, count);
    length += count;
  }

  /** The text with the escapes {@code _x000D_} of ECMA-376, 22.9.2.19, undone. */
  String text() {
    String text = new String(signs, 0, length);
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(length);
    int done = 0;
    for (; at >= 0; at = text.indexOf("_x", at)) {
      int code = code(text, at);
      if (code < 0) {
        at += 2;
        continue;
      }
      plain.append(text, done, at).append((char) code);
      at += 7;
      done = at;
    }
    return plain.append(text, done, length).toString();
  }

  private static int code(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
