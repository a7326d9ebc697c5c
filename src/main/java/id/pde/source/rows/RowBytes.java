package id.pde.source.rows;

import id.pde.run.RowsSpool.Cells;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The canonical bytes of rows: JSON in ASCII, a line for each row, no blanks, hex digits of escaped
 * signs in upper case. To write it value by value costs a pull less than a third of what a general
 * generator does.
 */
final class RowBytes implements Cells, AutoCloseable {

  private static final int BLOCK = 1 << 16;

  /** The longest thing that is written at once: an escaped sign and what may stand around it. */
  private static final int ROOM = 16;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NONE = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MOMENT =
      ("{\"" + RowValues.MOMENT + "\":").getBytes(StandardCharsets.US_ASCII);

  private final OutputStream target;
  private final byte[] block = new byte[BLOCK];
  private int size;
  private boolean begun;
  private boolean inRow;

  RowBytes(OutputStream target) {
    this.target = target;
  }

  /** Begins the line of a row. */
  void begin() {
    line();
    sign('[');
    inRow = false;
  }

  /** Ends it. */
  void end() {
    sign(']');
  }

  /** A line about columns. */
  void columns(Collection<String> names) {
    line();
    sign('{');
    list("columns", names);
    sign('}');
  }

  /** A line about all columns that there will be. */
  void columns(Collection<String> names, Collection<String> types) {
    line();
    sign('{');
    list("columns", names);
    sign(',');
    list("types", types);
    sign('}');
  }

  private void list(String key, Collection<String> texts) {
    text(key);
    sign(':');
    sign('[');
    inRow = false;
    for (String text : texts) {
      words(text);
    }
    sign(']');
  }

  @Override
  public void none() {
    next();
    plain(NONE);
  }

  @Override
  public void words(String text) {
    next();
    text(text);
  }

  @Override
  public void digits(String plain) {
    next();
    ascii(plain);
  }

  @Override
  public void flag(boolean value) {
    next();
    plain(value ? TRUE : FALSE);
  }

  @Override
  public void moment(String iso) {
    next();
    plain(MOMENT);
    text(iso);
    sign('}');
  }

  private void line() {
    if (begun) {
      sign('\n');
    }
    begun = true;
  }

  private void next() {
    if (inRow) {
      sign(',');
    }
    inRow = true;
  }

  private void text(String text) {
    sign('"');
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (size > BLOCK - ROOM) {
        flush();
      }
      char sign = text.charAt(i);
      if (sign >= ' ' && sign <= 127 && sign != '"' && sign != '\\') {
        block[size++] = (byte) sign;
      } else {
        escaped(sign);
      }
    }
    sign('"');
  }

  private void escaped(char sign) {
    block[size++] = '\\';
    switch (sign) {
      case '"', '\\' -> block[size++] = (byte) sign;
      case '\b' -> block[size++] = 'b';
      case '\t' -> block[size++] = 't';
      case '\n' -> block[size++] = 'n';
      case '\f' -> block[size++] = 'f';
      case '\r' -> block[size++] = 'r';
      default -> {
        block[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
          block[size++] = HEX[(sign >> shift) & 0xF];
        }
      }
    }
  }

  /** Digits: nothing in them is escaped. */
  private void ascii(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      sign(plain.charAt(i));
    }
  }

  private void plain(byte[] bytes) {
    if (size > BLOCK - ROOM) {
      flush();
    }
    System.arraycopy(bytes, 0, block, size, bytes.length);
    size += bytes.length;
  }

  private void sign(char sign) {
    if (size > BLOCK - ROOM) {
      flush();
    }
    block[size++] = (byte) sign;
  }

  private void flush() {
    try {
      target.write(block, 0, size);
      size = 0;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    try (target) {
      target.write(block, 0, size);
      size = 0;
    }
  }
}
