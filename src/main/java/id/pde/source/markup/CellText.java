package id.pde.source.markup;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;

/** Gathers the text of a cell up to the limit. Used by one thread. */
final class CellText {

  private final String sheet;
  private final int limit;
  private final StringBuilder text = new StringBuilder();
  private Blanks blanks = Blanks.KEPT;
  private boolean afterBlank;

  /** Whether a line break is among the blanks that the text ends with, and where they begin. */
  private boolean afterBreak;

  private int beforeBlanks;

  private int paragraphs;
  private long row;
  private int column;

  /** What happens to blanks between words. */
  enum Blanks {
    /** They stay as they are. */
    KEPT,
    /** A line break and the blanks around it are one blank; blanks without one stay. */
    WRAPPED,
    /** Line breaks and runs of blanks are one blank, and none begins a paragraph. */
    JOINED
  }

  CellText(String sheet, int limit) {
    this.sheet = sheet;
    this.limit = limit;
  }

  /**
   * A new cell.
   *
   * @param atColumn from 0
   */
  void begin(long atRow, int atColumn) {
    text.setLength(0);
    blanks = Blanks.KEPT;
    paragraphs = 0;
    row = atRow;
    column = atColumn;
  }

  /** Another line of the same cell. */
  void paragraph(Blanks between) {
    if (paragraphs++ > 0) {
      raw('\n', 1);
    }
    blanks = between;
    afterBlank = true;
    afterBreak = false;
    beforeBlanks = text.length();
  }

  /** Whether there was a paragraph, though perhaps without text. */
  boolean hasParagraph() {
    return paragraphs > 0;
  }

  void add(char[] signs, int from, int length) {
    if (blanks == Blanks.KEPT) {
      room(length);
      text.append(signs, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      char sign = signs[i];
      if (blanks == Blanks.WRAPPED) {
        wrapped(sign);
      } else if (sign != ' ' && sign != '\n' && sign != '\t' && sign != '\r') {
        room(1);
        text.append(sign);
        afterBlank = false;
      } else if (!afterBlank) {
        room(1);
        text.append(' ');
        afterBlank = true;
      }
    }
  }

  private void wrapped(char sign) {
    if (sign == '\n' || sign == '\r') {
      text.setLength(beforeBlanks);
      boolean inLine = beforeBlanks > 0 && text.charAt(beforeBlanks - 1) != '\n';
      text.append(inLine ? " " : "");
      afterBreak = true;
      return;
    }
    boolean blank = sign == ' ' || sign == '\t';
    if (!blank || !afterBreak) {
      room(1);
      text.append(sign);
    }
    if (!blank) {
      afterBreak = false;
      beforeBlanks = text.length();
    }
  }

  /** Signs that stay, whatever is done to blanks. */
  void raw(char sign, int count) {
    room(count);
    for (int i = 0; i < count; i++) {
      text.append(sign);
    }
    afterBlank = sign == '\n';
    afterBreak = false;
    beforeBlanks = text.length();
  }

  /** Refuses where so much more does not fit. */
  void room(int more) {
    if (more > limit - text.length()) {
      throw Faults.limit(
          "limit.cell",
          new Location.SheetCell(sheet, row, column + 1),
          new Text(
              "Satu sel memuat lebih dari " + limit + " karakter, batas yang dibaca.",
              "One cell holds more than " + limit + " characters, the limit."),
          null);
    }
  }

  String text() {
    return text.toString();
  }
}
