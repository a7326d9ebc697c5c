package id.pde.receipt.annotate;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * XML as it is written: one tag, or one piece between tags, after the other, each sign kept. What
 * is copied from here is the same to the byte. For parts that the reader has understood before.
 */
final class RawXml implements Closeable {

  /** No tag and no piece of text of a workbook comes near it. */
  private static final int LONGEST = 1 << 24;

  private static final int HEAD = 200;
  private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private final Reader reader;
  private final Charset charset;
  private final char[] block = new char[1 << 15];
  private int at;
  private int end;
  private char[] signs = new char[1 << 10];
  private int length;
  private Kind kind = Kind.BETWEEN;
  private int nameFrom;
  private int nameTo;

  /** What a piece is. */
  enum Kind {
    BEGIN,
    END,
    /** Begins and ends at once. */
    EMPTY,
    /** Text, a comment, a processing instruction. */
    BETWEEN
  }

  RawXml(InputStream stream) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(stream, 1 << 16);
    this.charset = charset(bytes);
    this.reader = new InputStreamReader(bytes, charset);
  }

  private static Charset charset(BufferedInputStream bytes) throws IOException {
    bytes.mark(HEAD);
    byte[] head = bytes.readNBytes(HEAD);
    bytes.reset();
    if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int close = text.indexOf("?>");
    Matcher declared = ENCODING.matcher(close < 0 ? "" : text.substring(0, close));
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new IOException(unknown);
    }
  }

  /** In which it is written. */
  Charset charset() {
    return charset;
  }

  /** Goes to the next piece; false: there is none. */
  boolean next() throws IOException {
    length = 0;
    if (peek() < 0) {
      return false;
    }
    if (peek() == '<') {
      tag();
    } else {
      kind = Kind.BETWEEN;
      until('<');
    }
    return true;
  }

  private int peek() throws IOException {
    if (at == end) {
      end = reader.read(block, 0, block.length);
      at = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return block[at];
  }

  /** Up to the sign, which stays, or to the end. */
  private void until(char sign) throws IOException {
    while (peek() >= 0) {
      int from = at;
      while (at < end && block[at] != sign) {
        at++;
      }
      keep(from, at);
      if (at < end) {
        return;
      }
    }
  }

  private void keep(int from, int to) throws IOException {
    int more = to - from;
    if (length + more > signs.length) {
      if (length + more > LONGEST) {
        throw new IOException("a piece of XML without end");
      }
      signs = Arrays.copyOf(signs, Math.max(signs.length * 2, length + more));
    }
    System.arraycopy(block, from, signs, length, more);
    length += more;
  }

  private void one() throws IOException {
    if (peek() < 0) {
      throw new IOException("XML is cut off");
    }
    keep(at, at + 1);
    at++;
  }

  private void tag() throws IOException {
    one();
    int sign = peek();
    if (sign == '!') {
      declaration();
      return;
    }
    if (sign == '?') {
      kind = Kind.BETWEEN;
      upTo("?>");
      return;
    }
    restOfTag();
    boolean closes = signs[1] == '/';
    kind = closes ? Kind.END : signs[length - 2] == '/' ? Kind.EMPTY : Kind.BEGIN;
    nameFrom = closes ? 2 : 1;
    nameTo = nameFrom;
    while (signs[nameTo] != '>' && signs[nameTo] != '/' && signs[nameTo] > ' ') {
      if (signs[nameTo] == ':') {
        nameFrom = nameTo + 1;
      }
      nameTo++;
    }
  }

  /** To the bracket that closes it; one in an attribute's value does not. */
  private void restOfTag() throws IOException {
    char quote = 0;
    while (true) {
      if (peek() < 0) {
        throw new IOException("XML is cut off");
      }
      int from = at;
      while (at < end) {
        char sign = block[at++];
        if (quote != 0) {
          quote = sign == quote ? 0 : quote;
        } else if (sign == '"' || sign == '\'') {
          quote = sign;
        } else if (sign == '>') {
          keep(from, at);
          return;
        }
      }
      keep(from, at);
    }
  }

  private void declaration() throws IOException {
    kind = Kind.BETWEEN;
    while (length < 9) {
      one();
      if (endsWith("<!--")) {
        upTo("-->");
        return;
      }
      if (endsWith("<![CDATA[")) {
        upTo("]]>");
        return;
      }
    }
    throw new IOException("a document type in a workbook");
  }

  private void upTo(String close) throws IOException {
    int from = length;
    do {
      one();
    } while (length - from < close.length() || !endsWith(close));
  }

  private boolean endsWith(String text) {
    if (length < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (signs[length - text.length() + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  Kind kind() {
    return kind;
  }

  /** Whether it begins an element, which may end at once. */
  boolean begins() {
    return kind == Kind.BEGIN || kind == Kind.EMPTY;
  }

  /** Whether it is a tag of this name, whatever the prefix. */
  boolean is(String name) {
    if (kind == Kind.BETWEEN || nameTo - nameFrom != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (signs[nameFrom + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The name of the tag without its prefix. */
  String name() {
    return kind == Kind.BETWEEN ? "" : new String(signs, nameFrom, nameTo - nameFrom);
  }

  /** What stands before the name, with its colon. */
  String prefix() {
    int from = kind == Kind.END ? 2 : 1;
    return kind == Kind.BETWEEN ? "" : new String(signs, from, nameFrom - from);
  }

  /** As it is written. */
  String raw() {
    return new String(signs, 0, length);
  }

  /** Copies the piece. */
  void to(Writer writer) throws IOException {
    writer.write(signs, 0, length);
  }

  /** An attribute by its local name; null: the tag has none. */
  @Nullable String attribute(String name) {
    return TagText.attribute(raw(), name);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
