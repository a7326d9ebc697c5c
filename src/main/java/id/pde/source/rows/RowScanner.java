package id.pde.source.rows;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The signs of {@link RowBytes}, and no JSON beyond them: texts are taken from the bytes as they
 * stand there, which a general parser cannot know. Used by one thread.
 */
final class RowScanner implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final InputStream source;
  private final int longest;
  private byte[] block = new byte[BLOCK];
  private int at;
  private int end;

  /**
   * @param longest so many bytes may a text take
   */
  RowScanner(InputStream source, long longest) {
    this.source = source;
    this.longest = (int) Math.min(Integer.MAX_VALUE / 2, longest);
  }

  /** The next sign that is no blank, which stays; -1: the end. */
  int peek() throws IOException {
    while (true) {
      while (at < end) {
        byte sign = block[at];
        if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
          return sign;
        }
        at++;
      }
      if (!more(at)) {
        return -1;
      }
    }
  }

  /** Passes over this sign. */
  void pass(char sign) throws IOException {
    if (peek() != sign) {
      throw broken();
    }
    at++;
  }

  /** Passes over this sign, if it is the next one. */
  boolean passed(char sign) throws IOException {
    if (peek() == sign) {
      at++;
      return true;
    }
    return false;
  }

  /** A text in quotes. */
  String text() throws IOException {
    pass('"');
    int from = at;
    boolean plain = true;
    while (true) {
      while (at < end && block[at] != '"' && block[at] != '\\') {
        plain &= block[at] > 0;
        at++;
      }
      // An escape is two bytes at least, and the second one may be a quote.
      if (at + 1 < end || (at < end && block[at] == '"')) {
        if (block[at] == '"') {
          String text = plain ? ascii(from, at) : decoded(from, at);
          at++;
          return text;
        }
        plain = false;
        at += 2;
        continue;
      }
      if (!more(from)) {
        throw new EOFException("a text has no end");
      }
      from = 0;
    }
  }

  /** Digits, or a word: all up to the next sign of the structure. */
  String bare() throws IOException {
    int from = at;
    while (true) {
      while (at < end && block[at] > ' ' && block[at] != ',' && block[at] != ']') {
        at++;
      }
      if (at < end) {
        return ascii(from, at);
      }
      if (!more(from)) {
        throw new EOFException("a row has no end");
      }
      from = 0;
    }
  }

  IOException broken() {
    return new IOException("these are no rows as PDE writes them");
  }

  private String ascii(int from, int to) {
    return new String(block, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private String decoded(int from, int to) throws IOException {
    StringBuilder text = new StringBuilder(to - from);
    int begun = from;
    int i = from;
    while (i < to) {
      if (block[i] != '\\') {
        i++;
        continue;
      }
      text.append(new String(block, begun, i - begun, StandardCharsets.UTF_8));
      i = escape(i + 1, to, text);
      begun = i;
    }
    return text.append(new String(block, begun, to - begun, StandardCharsets.UTF_8)).toString();
  }

  /** Where it ends. */
  private int escape(int from, int to, StringBuilder text) throws IOException {
    byte sign = block[from];
    switch (sign) {
      case '"', '\\', '/' -> text.append((char) sign);
      case 'b' -> text.append('\b');
      case 't' -> text.append('\t');
      case 'n' -> text.append('\n');
      case 'f' -> text.append('\f');
      case 'r' -> text.append('\r');
      case 'u' -> {
        return hex(from + 1, to, text);
      }
      default -> throw broken();
    }
    return from + 1;
  }

  private int hex(int from, int to, StringBuilder text) throws IOException {
    if (from + 4 > to) {
      throw broken();
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(block[i], 16);
      if (digit < 0) {
        throw broken();
      }
      value = value * 16 + digit;
    }
    text.append((char) value);
    return from + 4;
  }

  /** Reads on; what is still wanted moves to the front. False: there is no more. */
  private boolean more(int from) throws IOException {
    int held = end - from;
    if (held > longest) {
      throw new IOException("a value is longer than the limit");
    }
    if (from > 0) {
      System.arraycopy(block, from, block, 0, held);
    } else if (held == block.length) {
      block = Arrays.copyOf(block, held * 2);
    }
    at -= from;
    end = held;
    int count = source.read(block, end, block.length - end);
    end += Math.max(0, count);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
