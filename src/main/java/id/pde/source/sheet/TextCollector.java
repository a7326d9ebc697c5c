package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gathers the text of a cell up to the limit. */
final class TextCollector {

  private final int limit;
  private final String part;
  private char[] signs = new char[256];
  private int length;
  private int begun;
  private boolean trims;

  /**
   * @param part of the workbook that is read, for the message
   */
  TextCollector(int limit, String part) {
    this.limit = limit;
    this.part = part;
  }

  void clear() {
    length = 0;
    trims = false;
  }

  /**
   * One of the texts begins of which the whole is made. Excel drops the blanks around it unless it
   * or the part says {@code xml:space="preserve"} (MS-OI29500, 2.1.706).
   */
  void begin(XmlPull at) {
    begun = length;
    trims = !at.keepsSpace();
  }

  /** The text that began ends. */
  void end() {
    if (!trims) {
      return;
    }
    trims = false;
    int from = begun;
    while (from < length && isBlank(signs[from])) {
      from++;
    }
    while (length > from && isBlank(signs[length - 1])) {
      length--;
    }
    System.arraycopy(signs, from, signs, begun, length - from);
    length -= from - begun;
  }

  /** Of XML alone: others, such as the wide blank of East Asia, belong to the text. */
  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
  }

  boolean isEmpty() {
    return length == 0;
  }

  void add(char[] source, int from, int count) {
    if (length + count > limit) {
      String size = String.format(Locale.ROOT, "%,d", limit);
      throw Faults.limit(
          "limit.cell",
          new Location.SheetCell(part, 0, 0),
          new Text(
              "Satu sel memuat lebih dari " + size + " karakter (PDE_READ_CELL_CHARACTERS).",
              "One cell holds more than " + size + " characters (PDE_READ_CELL_CHARACTERS)."),
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
    return Escapes.undo(new String(signs, 0, length));
  }

  /** The text as it stands, without blanks around it. */
  String word() {
    return new String(signs, 0, length).strip();
  }

  /** The text as a number in plain decimal; null where it is none. */
  @Nullable String number() {
    return Numbers.plain(signs, length);
  }

  /** The text as a whole number of 1 to 9 digits; -1 where it is none. */
  int whole() {
    if (length == 0 || length > 9) {
      return -1;
    }
    int whole = 0;
    for (int i = 0; i < length; i++) {
      int digit = signs[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      whole = whole * 10 + digit;
    }
    return whole;
  }
}
