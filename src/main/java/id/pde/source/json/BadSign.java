package id.pde.source.json;

import java.io.IOException;

/** Bytes that are no signs of the charset. */
final class BadSign extends IOException {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final int column;
  private final String charset;

  BadSign(long line, int column, String charset) {
    super("undecodable bytes");
    this.line = line;
    this.column = column;
    this.charset = charset;
  }

  /** From 1. */
  long line() {
    return line;
  }

  /** In signs, from 1. */
  int column() {
    return column;
  }

  String charset() {
    return charset;
  }
}
