package id.pde.source.sheet;

import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.typed.TypedValueDecoder;

/** Reference, type and style of a cell, read without making strings. Used by one thread. */
final class CellAttributes extends TypedValueDecoder {

  /** Three letters go to ZZZ, 18278; more are outside of any limit. */
  private static final int MOST_LETTERS = 4;

  private static final int MOST_DIGITS = 9;

  private char reading;
  private int column;
  private long row;
  private int style;
  private CellType type = CellType.NUMBER;

  void read(XmlPull xml) throws XMLStreamException {
    column = -1;
    row = 0;
    style = 0;
    type = CellType.NUMBER;
    for (int i = xml.attributes() - 1; i >= 0; i--) {
      String name = xml.attributeName(i);
      if (name.length() == 1) {
        reading = name.charAt(0);
        xml.attributeTo(i, this);
      }
    }
  }

  /** From 0; -1 where the cell does not say. */
  int column() {
    return column;
  }

  /** From 1; 0 where the cell does not say. */
  long row() {
    return row;
  }

  int style() {
    return style;
  }

  CellType type() {
    return type;
  }

  @Override
  public void handleEmptyValue() {}

  @Override
  public void decode(String value) {
    decode(value.toCharArray(), 0, value.length());
  }

  @Override
  public void decode(char[] signs, int from, int to) {
    switch (reading) {
      case 'r' -> reference(signs, from, to);
      case 's' -> style = (int) number(signs, from, to);
      case 't' -> type = CellType.of(signs, from, to);
      default -> {}
    }
  }

  private void reference(char[] signs, int from, int to) {
    int letters = 0;
    int at = from;
    for (; at < to && at - from < MOST_LETTERS; at++) {
      int letter = (signs[at] & ~0x20) - 'A';
      if (letter < 0 || letter > 25) {
        break;
      }
      letters = letters * 26 + letter + 1;
    }
    if (at == from) {
      throw new IllegalArgumentException("no cell reference");
    }
    column = letters - 1;
    row = number(signs, at, to);
  }

  private static long number(char[] signs, int from, int to) {
    if (to - from > MOST_DIGITS || to == from) {
      throw new IllegalArgumentException("no number");
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = signs[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("no number");
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
