package id.pde.source.text;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The signs of a text file. Bytes that the charset does not know become a lone low surrogate, a
 * sign that strict decoding never yields, and their offset waits to be asked.
 */
abstract class Signs extends Reader {

  /** Stands for undecodable bytes. */
  static final char MARK = '\uDC80';

  private final Deque<Long> offsets = new ArrayDeque<>();
  private boolean suspicious;

  /** Whether U+0000 or undecodable bytes have come, or may have. */
  final boolean suspicious() {
    return suspicious;
  }

  final void suspect() {
    suspicious = true;
  }

  final void marked(long offset) {
    offsets.add(offset);
    suspicious = true;
  }

  /**
   * How many undecodable bytes to pass: a decoder takes what follows half a sign for its other
   * half, and with it a delimiter or a break.
   *
   * @param length what the decoder calls malformed
   */
  static int damaged(ByteBuffer bytes, int length, Charset charset) {
    if (charset.name().startsWith("UTF-16")) {
      return Math.min(length, 2);
    }
    if (charset.name().startsWith("UTF-32")) {
      return length;
    }
    int damaged = 1;
    while (damaged < length && bytes.get(bytes.position() + damaged) < 0) {
      damaged++;
    }
    return damaged;
  }

  /** The offset of the next undecodable bytes, in the order of their marks. */
  final long nextOffset() {
    Long offset = offsets.poll();
    return offset == null ? -1 : offset;
  }
}
